// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// In a domain's first weeks the account is used to build it.
Findings administrator_login(const DirectoryFacts& facts, const Params& params) {
  const auto* account = facts.account_by_rid(well_known::rid_administrator);
  if (account == nullptr) return {not_read(facts, facts.domain.dn, "RID 500")};
  if (!account->last_logon) return {not_read(facts, account->dn, "lastLogonTimestamp")};
  const auto limit = params.days("quiet_days");
  if (facts.domain.created && age_days(facts, *facts.domain.created) < limit)
    return on_domain(facts, Verdict::not_applicable);
  return {on(facts, active_within(facts, *account, limit - 1) ? Verdict::fail : Verdict::pass, account->dn,
             {{"last_logon", day(account->last_logon)}, {"quiet_days", std::to_string(limit)}})};
}

}  // namespace hygie::directory
