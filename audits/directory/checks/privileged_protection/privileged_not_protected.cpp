// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings privileged_not_protected(const DirectoryFacts& facts, const Params& params) {
  const auto* group = facts.group_by_rid(well_known::rid_protected_users);
  const auto first = static_cast<std::uint32_t>(params.integer("first_schema"));
  if (group == nullptr && facts.schema.version && *facts.schema.version < first)
    return on_domain(facts, Verdict::not_applicable);
  if (group == nullptr) return {not_read(facts, facts.domain.dn, "Protected Users")};
  const auto members = all_members(facts, *group);
  return judge_enabled_privileged(facts, [&](const Account& account) -> Judgement {
    const auto index = static_cast<std::uint32_t>(&account - facts.accounts.data());
    if (account.is_managed_service() || std::binary_search(members.begin(), members.end(), index)) return std::nullopt;
    if (group->incomplete) return not_read(facts, group->dn, "member");
    return on(facts, Verdict::fail, account.dn, {{"group", std::string(group->sam)}});
  });
}

}  // namespace hygie::directory
