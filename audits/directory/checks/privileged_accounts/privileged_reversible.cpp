// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// A stored password is there to be stolen even while the account is disabled.
Findings privileged_reversible(const DirectoryFacts& facts, const Params&) {
  return judge_privileged(facts, with_flag(facts, uac::reversible));
}

}  // namespace hygie::directory
