// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// A name of another domain of the same forest is no stranger: only foreign security principals are.
Findings privileged_foreign(const DirectoryFacts& facts, const Params&) {
  if (!facts.derived().privileged_known) return {not_read(facts, facts.domain.dn, "privileged groups")};
  Findings found;
  std::size_t examined = 0;
  for (const auto i : facts.derived().privileged_groups) {
    const Group& group = facts.groups[i];
    if (group.incomplete) found.push_back(not_read(facts, group.dn, "member"));
    examined += group.members.size();
    for (const auto member : group.members) {
      const auto sid = Sid::from_text(first_value(facts.name(member)));
      if (!sid) continue;
      found.push_back(on(facts, Verdict::fail, group.dn, {{"member", sid->to_string()}}));
      found.back().object += " < " + sid->to_string();
    }
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
