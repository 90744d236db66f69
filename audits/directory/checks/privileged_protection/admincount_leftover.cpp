// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Replicators and read-only controllers are protected too, without being privileged for ANSSI.
Findings admincount_leftover(const DirectoryFacts& facts, const Params&) {
  if (auto unseen = unseen_privileged(facts); !unseen.empty()) return unseen;
  const auto* replicators = facts.builtin_group(well_known::builtin_replicators);
  return judge_enabled(facts, people(facts), [&](const Account& account) -> Judgement {
    const auto index = static_cast<std::size_t>(&account - facts.accounts.data());
    if (!account.admin_count || facts.derived().account_is_privileged[index]) return std::nullopt;
    if (&account == facts.account_by_rid(well_known::rid_krbtgt)) return std::nullopt;
    if (replicators != nullptr && is_member(facts, account, *replicators)) return std::nullopt;
    return on(facts, Verdict::fail, account.dn, {{"changed", day(account.changed)}});
  });
}

}  // namespace hygie::directory
