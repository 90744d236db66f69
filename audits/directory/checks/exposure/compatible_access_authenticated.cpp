// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/exposure/compatible_access.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings compatible_access_authenticated(const DirectoryFacts& facts, const Params&) {
  return judge_compatible_access(facts, [](const Sid& sid) { return sid == well_known::authority_5(11); });
}

}  // namespace hygie::directory
