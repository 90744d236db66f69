// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/heuristics/characters.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings heuristic_admin_sd_mask(const DirectoryFacts& facts, const Params&) {
  return judge_character(facts, 16, [](char value) { return value != '0' ? 1 : 0; });
}

}  // namespace hygie::directory
