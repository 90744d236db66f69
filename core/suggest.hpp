// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hygie::core {

/// Insertions, deletions, replacements and swaps of neighbours between two words, without regard to case.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);
/// The candidate that was probably meant, or nothing when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// "; did you mean "x"?" in the reader's language, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace hygie::core
