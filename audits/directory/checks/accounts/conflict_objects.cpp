// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Replication renames the loser of two objects created under one name: "name\0ACNF:guid" (MS-ADTS 3.1.1.5.1.2), or
// "$DUPLICATE-rid" for a sAMAccountName.
Findings conflict_objects(const DirectoryFacts& facts, const Params&) {
  Findings found;
  const auto examine = [&](const auto& objects) {
    for (const auto& object : objects) {
      bool duplicate = first_value(facts.name(object.dn)).find("\\0ACNF:") != std::string_view::npos;
      if constexpr (requires { object.sam; }) duplicate |= same_name(object.sam.substr(0, 11), "$duplicate-");
      if (duplicate) found.push_back(on(facts, Verdict::fail, object.dn, {{"created", day(object.created)}}));
    }
  };
  examine(facts.accounts);
  examine(facts.groups);
  examine(facts.nodes);
  return or_pass(std::move(found), facts, facts.accounts.size() + facts.groups.size() + facts.nodes.size());
}

}  // namespace hygie::directory
