// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rodc/rodc.hpp"

namespace hygie::directory {

Findings rodc_denied_group(const DirectoryFacts& facts, const Params&) {
  using namespace well_known;
  const Group* denied = facts.group_by_rid(rid_rodc_denied);
  if (denied == nullptr) return {not_read(facts, facts.domain.dn, "RID 572")};
  if (denied->incomplete) return {not_read(facts, denied->dn, "member")};
  const Account* krbtgt = facts.account_by_rid(rid_krbtgt);
  if (krbtgt == nullptr) return {not_read(facts, facts.domain.dn, "krbtgt")};
  std::vector<NameRef> wanted{krbtgt->dn};
  // Schema and enterprise administrators live in the root domain, read-only controllers where one was prepared.
  for (const auto rid : {rid_domain_admins, rid_domain_controllers, rid_cert_publishers, rid_schema_admins,
                         rid_enterprise_admins, rid_policy_creators, rid_read_only_controllers})
    if (const Group* group = facts.group_by_rid(rid)) wanted.push_back(group->dn);
  Findings found;
  add_missing(facts, denied->dn, denied->members, wanted, found);
  return or_pass(std::move(found), facts, wanted.size());
}

}  // namespace hygie::directory
