// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings schema_admins_empty(const DirectoryFacts& facts, const Params&) {
  const auto* group = facts.group_by_rid(well_known::rid_schema_admins);
  if (group != nullptr) return judge_empty(facts, {group});
  // Only the root domain of the forest has this group.
  if (in_child_domain(facts)) return on_domain(facts, Verdict::not_applicable);
  return {not_read(facts, facts.domain.dn, "Schema Admins")};
}

}  // namespace hygie::directory
