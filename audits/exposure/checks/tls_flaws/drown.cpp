// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

/// The keys that some service lends to SSL 2.0.
std::vector<std::string> lent_keys(const ExposureFacts& facts, bool& all_known) {
  std::vector<std::string> keys;
  for (const auto& tls : facts.tls) {
    all_known = all_known && offers_version(tls, "SSL 2.0").seen.outcome != Outcome::unknown;
    const auto* const certificate = facts.certificate(tls.ssl2_certificate);
    if (certificate != nullptr) keys.push_back(certificate->key_sha256);
  }
  return keys;
}

Weakness shares(const ExposureFacts& facts, const Tls& tls, const std::vector<std::string>& lent, bool all_known) {
  if (tls.chains.empty()) return {lack_of(tls.chains_read).seen};
  for (const auto& chain : tls.chains) {
    const auto* const own = own_certificate(facts, chain);
    if (own != nullptr && std::find(lent.begin(), lent.end(), own->key_sha256) != lent.end())
      return {{Outcome::present, {}}, own->key_sha256};
  }
  return {all_known ? Observation{Outcome::absent, {}} : Observation{Outcome::unknown, "ssl2"}};
}

}  // namespace

Findings tls_drown(const ExposureFacts& facts, const Params&) {
  bool all_known = true;
  const auto lent = lent_keys(facts, all_known);
  return for_endpoints(facts, [&](const Tls& tls) { return shares(facts, tls, lent, all_known); });
}

}  // namespace hygie::exposure
