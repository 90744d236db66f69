// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <string_view>

namespace hygie::exposure::feeds {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The digits at `at`, which moves past them; empty when there is none.
[[nodiscard]] constexpr std::string_view take_digits(std::string_view text, std::size_t& at) {
  const auto from = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return text.substr(from, at - from);
}

/// Numbers of any length, as numbers; an empty one is 0. Build numbers and dates do not always fit 64 bits.
[[nodiscard]] constexpr std::strong_ordering compare_digits(std::string_view a, std::string_view b) {
  while (!a.empty() && a.front() == '0') a.remove_prefix(1);
  while (!b.empty() && b.front() == '0') b.remove_prefix(1);
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a <=> b;
}

}  // namespace hygie::exposure::feeds
