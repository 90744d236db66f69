// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/account_lifecycle/dormancy.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings dormant_accounts(const DirectoryFacts& facts, const Params& params) {
  return judge_enabled(facts, people(facts), [&](const Account& account) -> Judgement {
    const auto dormant = is_dormant(facts, account, params);
    if (!dormant) return not_read(facts, account.dn, "pwdLastSet, lastLogonTimestamp");
    if (!*dormant) return std::nullopt;
    return on(facts, Verdict::fail, account.dn,
              {{"last_logon", day(account.last_logon)}, {"password_changed", day(secret_since(account))}});
  });
}

}  // namespace hygie::directory
