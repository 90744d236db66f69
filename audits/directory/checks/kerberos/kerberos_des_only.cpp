// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings kerberos_des_only(const DirectoryFacts& facts, const Params&) {
  return judge_enabled(facts, all_accounts(facts), with_flag(facts, uac::des_only));
}

}  // namespace hygie::directory
