// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/account_lifecycle/dormancy.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings dormant_share(const DirectoryFacts& facts, const Params& params) {
  const auto share = share_of_people(facts, [&](const Account& account) { return is_dormant(facts, account, params); });
  return judge_share(facts, share, params.integer("max_percent"), "pwdLastSet, lastLogonTimestamp");
}

}  // namespace hygie::directory
