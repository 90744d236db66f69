// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings controller_password_age(const DirectoryFacts& facts, const Params& params) {
  Findings found;
  const auto controllers = controller_accounts(facts);
  const auto limit = params.days("max_age_days");
  for (const auto* controller : controllers) {
    if (controller->last_logon && !active_within(facts, *controller, limit)) continue;  // another check says so
    const auto at = password_changed(*controller);
    if (!at) {
      found.push_back(not_read(facts, controller->dn, "pwdLastSet"));
    } else if (const auto age = age_days(facts, *at); age > limit) {
      found.push_back(
          on(facts, Verdict::fail, controller->dn,
             {{"age_days", std::to_string(age)}, {"max_age_days", std::to_string(limit)}, {"changed", day(at)}}));
    }
  }
  if (controllers.empty()) return {not_read(facts, facts.domain.dn, "domain controllers")};
  return or_pass(std::move(found), facts, controllers.size());
}

}  // namespace hygie::directory
