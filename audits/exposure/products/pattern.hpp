// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure {

/// A regular expression of PCRE2 over bytes, compiled once. What it is tried on comes from outside, so that the work of
/// a match is limited: past the limits there is no match.
class Pattern {
 public:
  using Groups = std::map<std::string, std::string, std::less<>>;
  struct How {
    bool any_case = false, dot_is_all = false, by_lines = false;
    std::size_t longest = 4096;    // of the subject, what is looked at
    std::uint32_t steps = 20'000;  // of a match
  };
  [[nodiscard]] static core::Result<Pattern> compile(std::string_view expression, const How& how);
  [[nodiscard]] static core::Result<Pattern> compile(std::string_view expression) { return compile(expression, {}); }
  /// The named groups that took part.
  [[nodiscard]] std::optional<Groups> match(std::string_view subject) const;
  /// All groups by their number, the whole match first; those that took no part are empty.
  [[nodiscard]] std::optional<std::vector<std::string>> numbered(std::string_view subject) const;

 private:
  struct Code;
  explicit Pattern(std::shared_ptr<const Code> code) : code_(std::move(code)) {}
  std::shared_ptr<const Code> code_;
};

}  // namespace hygie::exposure
