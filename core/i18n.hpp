// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/language.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>

namespace hygie::core {

/// The language of the program's own messages, for the whole process: set once by the command line, English until then.
void set_language(Language language);
[[nodiscard]] Language language();
/// From LC_ALL, LC_MESSAGES or LANG: French when it starts with fr, else English.
[[nodiscard]] Language language_of_environment();

/// The message in the reader's language (gettext catalogue in cli/po, carried by the program); msgid is the English
/// text.
[[nodiscard]] std::string tr(const char* msgid);

/// Marks a text of a table for translation: tables are static, tr() is called when they are shown.
[[nodiscard]] constexpr const char* msgid(const char* text) { return text; }

/// The same with {} filled in. Arguments that come from outside are cleaned by whoever prints, for its own sink.
template <class First, class... Rest>
[[nodiscard]] std::string tr(const char* msgid, const First& first, const Rest&... rest) {
  return fmt::format(fmt::runtime(tr(msgid)), first, rest...);
}

}  // namespace hygie::core
