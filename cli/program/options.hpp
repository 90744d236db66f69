// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/i18n.hpp"
#include "core/result.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::cli {

using core::msgid;

/// One option, declared once: parsing, help and completion all read it.
struct Option {
  const char* name;             // without its dashes
  char letter = '\0';           // '\0': none
  const char* value = nullptr;  // nullptr: a flag
  const char* summary = "";     // msgid
  bool repeatable = false;
  std::vector<std::string> choices = {};  // empty: free text
};

/// What a command line holds, once understood.
class Arguments {
 public:
  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  [[nodiscard]] std::string value(std::string_view name, std::string_view fallback = {}) const;
  [[nodiscard]] const std::vector<std::string>& values(std::string_view name) const;
  /// The values of a repeatable option, each split at commas.
  [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& positional() const { return positional_; }

 private:
  friend core::Result<Arguments> parse_arguments(const std::vector<std::string>&, std::span<const Option>);
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
  std::vector<std::string> positional_;
};

/// GNU style, no abbreviations, options anywhere, `--` ends them. Unknown options and values come with the nearest
/// known.
[[nodiscard]] core::Result<Arguments> parse_arguments(const std::vector<std::string>& words,
                                                      std::span<const Option> options);
/// --help, --lang, --color, --quiet, --log-level: every command takes them.
[[nodiscard]] std::span<const Option> common_options();

}  // namespace hygie::cli
