// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/machine_accounts/servers.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings trust_account_password(const DirectoryFacts& facts, const Params& params) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& account : facts.accounts) {
    if (account.kind != AccountKind::trust && !account.has(uac::interdomain_trust)) continue;
    ++examined;
    judge_password_age(facts, account, params.days("max_age_days"), found);
  }
  if (examined == 0) return on_domain(facts, Verdict::not_applicable);
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
