// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings privileged_inactive(const DirectoryFacts& facts, const Params& params) {
  const auto limit = params.days("max_idle_days");
  return judge_enabled_privileged(facts, [&](const Account& account) -> Judgement {
    const auto seen = last_sign_of_life(account);
    if (!seen) return not_read(facts, account.dn, "lastLogonTimestamp, whenCreated");
    const auto idle = age_days(facts, *seen);
    if (idle <= limit) return std::nullopt;
    return on(facts, Verdict::fail, account.dn,
              {{"idle_days", std::to_string(idle)},
               {"last_logon", day(account.last_logon)},
               {"max_idle_days", std::to_string(limit)}});
  });
}

}  // namespace hygie::directory
