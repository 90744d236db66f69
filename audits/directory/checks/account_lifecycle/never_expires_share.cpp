// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/account_lifecycle/dormancy.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings never_expires_share(const DirectoryFacts& facts, const Params& params) {
  const auto share =
      share_of_people(facts, [](const Account& account) { return std::optional(account.has(uac::dont_expire)); });
  return judge_share(facts, share, params.integer("max_percent"), "userAccountControl");
}

}  // namespace hygie::directory
