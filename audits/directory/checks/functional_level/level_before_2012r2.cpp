// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/functional_level/range.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings level_before_2012r2(const DirectoryFacts& facts, const Params&) {
  return functional_levels_between(facts, 4, 5);
}

}  // namespace hygie::directory
