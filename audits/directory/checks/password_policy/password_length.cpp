// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings password_length(const DirectoryFacts& facts, const Params& params) {
  return judge_minimum(facts, &PasswordRules::min_length, params.integer("min_length"), "minPwdLength");
}

}  // namespace hygie::directory
