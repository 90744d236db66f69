// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"

#include <vector>

namespace hygie::directory {

/// The sets of groups that are, directly or not, members of one another: each once, its groups in the facts' order.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> group_cycles(const DirectoryFacts& facts);

}  // namespace hygie::directory
