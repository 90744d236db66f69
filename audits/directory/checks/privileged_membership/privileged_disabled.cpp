// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// The built-in Administrator cannot leave its groups: disabled, it is as it should be.
Findings privileged_disabled(const DirectoryFacts& facts, const Params&) {
  return judge_privileged(facts, [&](const Account& account) -> Judgement {
    if (&account == facts.account_by_rid(well_known::rid_administrator)) return std::nullopt;
    if (!account.control) return not_read(facts, account.dn, "userAccountControl");
    const bool expired = account.expires && *account.expires <= facts.collected_at;
    if (account.enabled() && !expired) return std::nullopt;
    return on(facts, Verdict::fail, account.dn,
              {{"state", account.enabled() ? "expired" : "disabled"},
               {"expires", day(account.expires)},
               {"group", std::string(first_value(facts.name(through(facts, account))))}});
  });
}

}  // namespace hygie::directory
