// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/checks/weaknesses.hpp"

#include <optional>

namespace hygie::exposure {

/// From best to worst. The rules are ours, written in README.md beside this.
enum class Letter { a_plus, a, b, c, d, f };
[[nodiscard]] std::string_view to_string(Letter letter);
[[nodiscard]] std::optional<Letter> parse_letter(std::string_view text);

struct Grade {
  Letter letter = Letter::a_plus;
  std::vector<std::string> reasons;  // what capped it there, as the rules are named
  std::vector<std::string> unknown;  // rules that could not be answered: the grade may be worse
  bool graded = false;               // false: TLS is not spoken there, or nothing of it was seen
};
[[nodiscard]] Grade grade_of(const ExposureFacts& facts, const Tls& tls);

}  // namespace hygie::exposure
