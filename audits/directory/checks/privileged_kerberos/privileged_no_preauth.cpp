// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings privileged_no_preauth(const DirectoryFacts& facts, const Params&) {
  return judge_enabled_privileged(facts, with_flag(facts, uac::no_preauth));
}

}  // namespace hygie::directory
