// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings managed_service_password_age(const DirectoryFacts& facts, const Params& params) {
  const auto accounts = managed_service_accounts(facts);
  if (accounts.empty()) return on_domain(facts, Verdict::not_applicable);
  return judge_enabled(facts, accounts, with_old_password(facts, params.days("max_age_days")));
}

}  // namespace hygie::directory
