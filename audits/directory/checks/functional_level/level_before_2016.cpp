// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/functional_level/range.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings level_before_2016(const DirectoryFacts& facts, const Params&) {
  return functional_levels_between(facts, 6, 6);
}

}  // namespace hygie::directory
