// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings password_age(const DirectoryFacts& facts, const Params& params) {
  return judge_enabled(facts, people(facts), with_old_password(facts, params.days("max_age_days")));
}

}  // namespace hygie::directory
