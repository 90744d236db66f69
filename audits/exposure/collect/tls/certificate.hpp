// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/tls.hpp"
#include "core/openssl.hpp"
#include "net/bytes.hpp"

#include <openssl/x509.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hygie::exposure {

using core::OpensslFree;
using X509Pointer = std::unique_ptr<X509, OpensslFree<X509_free>>;

/// Null when it is no certificate, or more than one.
[[nodiscard]] X509Pointer decode_certificate(net::Bytes der);
[[nodiscard]] std::string certificate_id(net::Bytes der);
[[nodiscard]] std::string name_text(const X509_NAME* name);

/// What it says; of one that cannot be decoded, its fingerprint and why.
[[nodiscard]] Certificate read_certificate(net::Bytes der);

}  // namespace hygie::exposure
