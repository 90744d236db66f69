// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// How one character of dSHeuristics is judged: the level at which this value holds the forest, 0 when it is fine.
using CharacterLevel = int (*)(char);

/// One verdict on the character at this place, counted from 1; a shorter text means '0' there (MS-ADTS
/// 6.1.1.2.4.1.2).
[[nodiscard]] Findings judge_character(const DirectoryFacts& facts, std::size_t position, CharacterLevel level);

}  // namespace hygie::directory
