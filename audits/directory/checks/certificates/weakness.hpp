// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

#include <optional>

namespace hygie::directory {

struct CertificateWeakness {
  int level;
  std::string what;
};
/// The worst there is to say of the certificate, by ANSSI's levels: 1 DSA, RSA under 1024 bits, ROCA; 2 undecodable; 3
/// RSA under 2048 bits (3072 when valid after 2030), exponent under 65537, hash that is not SHA-2 or SHA-3.
[[nodiscard]] std::optional<CertificateWeakness> certificate_weakness(const CertificateFacts& one);
/// Whether the hash in the signature's name is strong; absent where the name does not tell (RSASSA-PSS keeps it in its
/// parameters).
[[nodiscard]] std::optional<bool> hash_is_strong(std::string_view signature);

}  // namespace hygie::directory
