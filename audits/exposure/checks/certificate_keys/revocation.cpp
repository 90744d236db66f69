// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

bool wants_staple(const ExposureFacts& facts, const Tls& tls) {
  return std::any_of(tls.chains.begin(), tls.chains.end(), [&](const ServedChain& chain) {
    const auto* const own = own_certificate(facts, chain);
    return own != nullptr && own->must_staple;
  });
}

/// Only what the server itself brings is looked at: nothing is asked of the authority.
Weakness revoked(const Tls& tls) {
  if (tls.staple.empty()) return {tls.stapling.outcome == Outcome::unknown ? tls.stapling : Observation{}};
  if (tls.staple == "revoked") return {{Outcome::present, {}}, tls.staple};
  const bool said = tls.staple == "good";
  return {said ? Observation{Outcome::absent, tls.staple} : Observation{Outcome::unknown, tls.staple}};
}

/// An authority of the public web gives two at least (RFC 6962 and the browsers); a private one gives none.
Weakness unlogged(const ExposureFacts& facts, const ServedChain& chain) {
  const auto* const own = own_certificate(facts, chain);
  if (own == nullptr || !own->unreadable.empty()) return {{Outcome::unknown, "certificate"}};
  if (!chain.trusted.present()) return {};
  return {own->transparency == 0 ? Observation{Outcome::present, {}} : Observation{Outcome::absent, {}}};
}

}  // namespace

Findings certificate_revoked(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [](const Tls& tls) { return revoked(tls); });
}

Findings certificate_must_staple(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts,
                       [&](const Tls& tls) { return wants_staple(facts, tls) ? lack_of(tls.stapling) : Weakness{}; });
}

Findings certificate_unlogged(const ExposureFacts& facts, const Params&) {
  return for_chains(facts, [&](const Tls&, const ServedChain& chain) { return unlogged(facts, chain); });
}

}  // namespace hygie::exposure
