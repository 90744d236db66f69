// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings settings_weak_privileged(const DirectoryFacts& facts, const Params& params) {
  return judge_weak_settings(facts, params, true);
}

}  // namespace hygie::directory
