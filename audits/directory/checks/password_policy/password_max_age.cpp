// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings password_max_age(const DirectoryFacts& facts, const Params& params) {
  const auto limit = params.days("max_age_days");
  return judge_policies(facts, [&](NameRef policy, const PasswordRules& rules) -> Judgement {
    if (!rules.max_age) return not_read(facts, policy, "maxPwdAge");
    if (*rules.max_age != 0 && *rules.max_age <= limit * seconds_a_day) return std::nullopt;
    return on(facts, Verdict::fail, policy,
              {{"max_age", *rules.max_age == 0 ? "never" : std::to_string(*rules.max_age / seconds_a_day)},
               {"max_age_days", std::to_string(limit)}});
  });
}

}  // namespace hygie::directory
