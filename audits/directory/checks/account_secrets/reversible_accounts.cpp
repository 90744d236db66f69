// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings reversible_accounts(const DirectoryFacts& facts, const Params&) {
  return judge_enabled(facts, all_accounts(facts), with_flag(facts, uac::reversible));
}

}  // namespace hygie::directory
