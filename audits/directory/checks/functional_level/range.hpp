// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// Domain and forest, each a failure when its functional level (msDS-Behavior-Version) lies in the range.
[[nodiscard]] Findings functional_levels_between(const DirectoryFacts& facts, std::uint32_t lowest,
                                                 std::uint32_t highest);

}  // namespace hygie::directory
