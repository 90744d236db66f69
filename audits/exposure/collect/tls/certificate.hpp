// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/tls.hpp"
#include "net/bytes.hpp"

#include <openssl/x509.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hygie::exposure {

template <auto Free>
struct OpensslFree {
  template <class Thing>
  void operator()(Thing* thing) const {
    Free(thing);
  }
};
using X509Pointer = std::unique_ptr<X509, OpensslFree<X509_free>>;

/// Null when it is no certificate, or more than one.
[[nodiscard]] X509Pointer decode_certificate(net::Bytes der);
[[nodiscard]] std::string certificate_id(net::Bytes der);
[[nodiscard]] core::OptionalInstant instant_of(const ASN1_TIME* time);
[[nodiscard]] std::string name_text(const X509_NAME* name);

/// What it says; of one that cannot be decoded, its fingerprint and why.
[[nodiscard]] Certificate read_certificate(net::Bytes der);

}  // namespace hygie::exposure
