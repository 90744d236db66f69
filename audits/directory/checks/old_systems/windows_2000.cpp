// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/old_systems/support_end.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings windows_2000(const DirectoryFacts& facts, const Params& params) {
  return unsupported_systems(facts, params, Machines::all);
}

}  // namespace hygie::directory
