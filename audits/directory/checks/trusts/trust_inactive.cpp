// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/trusts/each_trust.hpp"

#include <optional>

namespace hygie::directory {

Findings trust_inactive(const DirectoryFacts& facts, const Params& params) {
  const auto limit = params.days("max_age_days");
  auto found = each_trust(facts, trust::inbound | trust::outbound,
                          [&](const Trust& one) { return one.changed && age_days(facts, *one.changed) > limit; });
  for (const auto& one : facts.trusts)
    if (!one.changed) found.push_back(not_read(facts, one.dn, "whenChanged"));
  return found;
}

}  // namespace hygie::directory
