// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/tls.hpp"
#include "net/tls/facts.hpp"

namespace hygie::exposure {

/// What the engine saw, in names; certificates and chains are left to who keeps them.
[[nodiscard]] Tls facts_of(const net::tls::TlsFacts& seen);

/// Of an endpoint that nothing could be learnt of: everything unknown, for that reason.
[[nodiscard]] Tls nothing_known(const std::string& reason);

/// "RFC 7919 ffdhe2048", "RFC 3526 group 14", "RFC 2409 group 2", "RFC 5114 ..."; "own" when nobody published it.
[[nodiscard]] std::string prime_name(net::Bytes prime);
/// "rsa_pkcs1_sha256", "ecdsa_secp256r1_sha256"; its number when the registry has none.
[[nodiscard]] std::string signature_algorithm_name(std::uint16_t id);
[[nodiscard]] std::string chain_kind(net::tls::Authentication kind);

}  // namespace hygie::exposure
