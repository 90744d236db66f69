// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Microsoft gives this computer account the same name everywhere.
Findings azure_sso_password_age(const DirectoryFacts& facts, const Params& params) {
  const auto* account = facts.find_account("AZUREADSSOACC$");
  if (account == nullptr) return on_domain(facts, Verdict::not_applicable);
  return judge_enabled(facts, {account}, with_old_password(facts, params.days("max_age_days")));
}

}  // namespace hygie::directory
