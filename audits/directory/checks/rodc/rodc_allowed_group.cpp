// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rodc/rodc.hpp"

namespace hygie::directory {

// It is allowed on every read-only controller at once, those to come included.
Findings rodc_allowed_group(const DirectoryFacts& facts, const Params&) {
  const Group* allowed = facts.group_by_rid(well_known::rid_rodc_allowed);
  if (allowed == nullptr) return {not_read(facts, facts.domain.dn, "RID 571")};
  if (allowed->incomplete) return {not_read(facts, allowed->dn, "member")};
  Findings found;
  for (const auto member : allowed->members) found.push_back(member_finding(facts, allowed->dn, member));
  return or_pass(std::move(found), facts, 1);
}

}  // namespace hygie::directory
