// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hygie::exposure {

/// A regular expression of PCRE2 over bytes, compiled once. What it is tried on comes from outside, so that the work of
/// a match is limited: past the limits there is no match.
class Pattern {
 public:
  using Groups = std::map<std::string, std::string, std::less<>>;
  [[nodiscard]] static core::Result<Pattern> compile(std::string_view expression);
  /// The named groups that took part; the first 4096 bytes of `subject` are looked at.
  [[nodiscard]] std::optional<Groups> match(std::string_view subject) const;

 private:
  struct Code;
  explicit Pattern(std::shared_ptr<const Code> code) : code_(std::move(code)) {}
  std::shared_ptr<const Code> code_;
};

}  // namespace hygie::exposure
