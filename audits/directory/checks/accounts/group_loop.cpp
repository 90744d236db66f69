// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts/group_cycles.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings group_loop(const DirectoryFacts& facts, const Params&) {
  Findings found;
  for (const auto& cycle : group_cycles(facts)) {
    std::string names;
    for (const auto i : cycle) names.append(names.empty() ? "" : ", ").append(facts.groups[i].sam);
    found.push_back(on(facts, Verdict::fail, facts.groups[cycle.front()].dn,
                       {{"count", std::to_string(cycle.size())}, {"groups", names}}));
  }
  for (const auto& group : facts.groups)
    if (group.incomplete) found.push_back(not_read(facts, group.dn, "member"));
  return or_pass(std::move(found), facts, facts.groups.size());
}

}  // namespace hygie::directory
