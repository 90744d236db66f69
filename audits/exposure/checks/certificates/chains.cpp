// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

/// Present when the chain was refused for one of these reasons; good chains and other reasons are not this weakness.
Weakness refused_for(const ServedChain& chain, std::initializer_list<std::string_view> reasons) {
  if (chain.trusted.present()) return {{Outcome::absent, {}}};
  if (!chain.trusted.absent()) return {chain.trusted};
  const bool this_one = std::find(reasons.begin(), reasons.end(), chain.trusted.reason) != reasons.end();
  return {{this_one ? Outcome::present : Outcome::absent, chain.trusted.reason}, chain.missing};
}

}  // namespace

Findings certificate_self_signed(const ExposureFacts& facts, const Params&) {
  return for_chains(facts, [](const Tls&, const ServedChain& chain) { return refused_for(chain, {"self-signed"}); });
}

Findings certificate_incomplete(const ExposureFacts& facts, const Params&) {
  return for_chains(facts, [](const Tls&, const ServedChain& chain) { return refused_for(chain, {"incomplete"}); });
}

Findings certificate_untrusted(const ExposureFacts& facts, const Params&) {
  return for_chains(facts, [](const Tls&, const ServedChain& chain) {
    auto weakness = refused_for(chain, {"self-signed", "incomplete", "expired", "not-yet-valid"});
    // those have checks of their own; everything else that is refused is here
    if (chain.trusted.absent()) weakness.seen.outcome = weakness.seen.present() ? Outcome::absent : Outcome::present;
    return weakness;
  });
}

Findings certificate_order(const ExposureFacts& facts, const Params&) {
  return for_chains(facts, [](const Tls&, const ServedChain& chain) { return lack_of(chain.ordered); });
}

Findings certificate_name(const ExposureFacts& facts, const Params&) {
  return for_chains(facts, [](const Tls&, const ServedChain& chain) {
    auto weakness = lack_of(chain.name_matches);
    weakness.what = chain.name;
    return weakness;
  });
}

}  // namespace hygie::exposure
