// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Protected Users forbids delegation by itself; managed service accounts do not log on to machines as people do.
Findings privileged_delegatable(const DirectoryFacts& facts, const Params&) {
  const auto* group = facts.group_by_rid(well_known::rid_protected_users);
  const auto members = group == nullptr ? std::vector<std::uint32_t>{} : all_members(facts, *group);
  return judge_enabled_privileged(facts, [&](const Account& account) -> Judgement {
    const auto index = static_cast<std::uint32_t>(&account - facts.accounts.data());
    if (account.has(uac::not_delegated) || account.is_managed_service()) return std::nullopt;
    if (std::binary_search(members.begin(), members.end(), index)) return std::nullopt;
    if (group != nullptr && group->incomplete) return not_read(facts, group->dn, "member");
    return on(facts, Verdict::fail, account.dn);
  });
}

}  // namespace hygie::directory
