// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificates/weakness.hpp"

#include "audits/directory/checks/text.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::directory {
namespace {

using Weakness = CertificateWeakness;

bool contains_one(const std::string& text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

std::optional<Weakness> rsa_weakness(const CertificateFacts& one) {
  using namespace std::chrono;
  constexpr sys_days after_2030{year{2031} / 1 / 1};
  if (one.bits < 1024) return Weakness{1, fmt::format("RSA {} bits", one.bits)};
  if (one.roca) return Weakness{1, "ROCA"};
  const bool lasts = one.not_after && *one.not_after >= core::Instant{after_2030};
  if (one.bits < 2048 || (lasts && one.bits < 3072)) return Weakness{3, fmt::format("RSA {} bits", one.bits)};
  if (one.exponent < 65537) return Weakness{3, fmt::format("exponent {}", one.exponent)};
  return std::nullopt;
}

}  // namespace

std::optional<bool> hash_is_strong(std::string_view signature) {
  const auto name = lower(signature);
  if (contains_one(name, {"sha224", "sha256", "sha384", "sha512", "sha3", "ed25519", "ed448"})) return true;
  if (contains_one(name, {"md2", "md4", "md5", "sha1", "ripemd", "shawithrsa", "dsawithsha"})) return false;
  return std::nullopt;
}

std::optional<CertificateWeakness> certificate_weakness(const CertificateFacts& one) {
  using Key = CertificateFacts::Key;
  if (one.key == Key::dsa) return Weakness{1, "DSA"};
  if (one.key == Key::undecodable) return Weakness{2, "undecodable"};
  auto of_key = one.key == Key::rsa ? rsa_weakness(one) : std::nullopt;
  if (of_key) return of_key;
  if (hash_is_strong(one.signature) == false) return Weakness{3, std::string(one.signature)};
  return std::nullopt;
}

}  // namespace hygie::directory
