// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings password_complexity(const DirectoryFacts& facts, const Params&) {
  return judge_policies(facts, [&](NameRef policy, const PasswordRules& rules) -> Judgement {
    if (!rules.complexity) return not_read(facts, policy, "pwdProperties");
    return *rules.complexity ? std::nullopt : Judgement(on(facts, Verdict::fail, policy));
  });
}

}  // namespace hygie::directory
