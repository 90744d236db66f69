// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings never_expires(const DirectoryFacts& facts, const Params&) {
  return judge_enabled(facts, people(facts), with_flag(facts, uac::dont_expire));
}

}  // namespace hygie::directory
