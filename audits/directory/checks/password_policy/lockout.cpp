// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// A threshold of 0 means that accounts never lock.
Findings lockout(const DirectoryFacts& facts, const Params& params) {
  const auto limit = params.integer("max_attempts");
  return judge_policies(facts, [&](NameRef policy, const PasswordRules& rules) -> Judgement {
    if (!rules.lockout_threshold) return not_read(facts, policy, "lockoutThreshold");
    if (*rules.lockout_threshold != 0 && *rules.lockout_threshold <= limit) return std::nullopt;
    return on(facts, Verdict::fail, policy,
              {{"threshold", std::to_string(*rules.lockout_threshold)}, {"max_attempts", std::to_string(limit)}});
  });
}

}  // namespace hygie::directory
