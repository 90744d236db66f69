// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings controller_inactive(const DirectoryFacts& facts, const Params& params) {
  Findings found;
  const auto controllers = controller_accounts(facts);
  const auto limit = params.days("max_age_days");
  for (const auto* controller : controllers) {
    const auto at = controller->last_logon;
    if (!at) {
      found.push_back(not_read(facts, controller->dn, "lastLogonTimestamp"));
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
