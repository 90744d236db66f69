// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings end_of_life(const ExposureFacts& facts, const Params&) {
  Findings found;
  for (const auto& life : facts.life_cycles) {
    if (!life.ended) continue;
    const auto* service = facts.service(life.service);
    Evidence evidence{{"product", life.product + " " + life.version},
                      {"ended", day(life.ends)},
                      {"latest", life.latest.empty() ? "-" : life.latest}};
    found.push_back(service == nullptr ? on(Verdict::fail, life.service, std::move(evidence))
                                       : on(facts, Verdict::fail, *service, std::move(evidence)));
  }
  return or_pass(std::move(found), facts, facts.life_cycles.size());
}

}  // namespace hygie::exposure
