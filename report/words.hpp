// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/language.hpp"

#include <fmt/format.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Headings and fixed words of reports, in both languages. Not gettext: a report's language is the model's, not the
/// process's.
namespace hygie::report {

struct Word {
  std::string_view key;
  std::string_view fr;
  std::string_view en;
};

[[nodiscard]] std::vector<Word> all_words();
/// Those of evidence: names of facts, and words that checks answer in.
[[nodiscard]] std::span<const Word> evidence_words();
[[nodiscard]] bool has_word(std::string_view key);
/// A key that the table does not have is our bug: std::logic_error.
[[nodiscard]] std::string_view word(std::string_view key, core::Language language);

/// The word with {} filled in.
template <class... Args>
[[nodiscard]] std::string phrase(std::string_view key, core::Language language, const Args&... args) {
  return fmt::format(fmt::runtime(word(key, language)), args...);
}

/// "KEY.one" or "KEY.many" with the number in it, by the language's rule: French says 0 in the singular.
[[nodiscard]] std::string counted(std::string_view key, std::size_t count, core::Language language);

/// "directory" -> "Annuaire"; a domain or theme without a word of its own is printed as it stands.
[[nodiscard]] std::string named(std::string_view prefix, std::string_view name, core::Language language);

}  // namespace hygie::report
