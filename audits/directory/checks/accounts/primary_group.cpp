// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts/primary_group.hpp"

namespace hygie::directory {

bool has_default_primary_group(const Account& account) {
  using namespace well_known;
  const auto group = account.primary_group.value_or(0);
  if (account.has(uac::server_trust)) return group == rid_domain_controllers;
  if (account.has(uac::partial_secrets)) return group == rid_read_only_controllers;
  if (account.is_computer() || account.is_managed_service()) return group == rid_domain_computers;
  return group == rid_domain_users || group == rid_domain_guests;
}

Findings judge_primary_groups(const DirectoryFacts& facts, std::uint32_t limit) {
  return judge_each(facts, all_accounts(facts), [&](const Account& account) -> Judgement {
    if (!account.primary_group) return not_read(facts, account.dn, "primaryGroupID");
    if (!account.control) return not_read(facts, account.dn, "userAccountControl");
    if (has_default_primary_group(account) || (limit != 0 && *account.primary_group >= limit)) return std::nullopt;
    const auto* group = facts.group_by_rid(*account.primary_group);
    return on(facts, Verdict::fail, account.dn,
              {{"primary_group", std::to_string(*account.primary_group)},
               {"group", group == nullptr ? "?" : std::string(group->sam)}});
  });
}

}  // namespace hygie::directory
