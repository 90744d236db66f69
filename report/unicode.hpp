// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Text that came from outside, made fit to show: every writer for people passes remote strings through here before its
/// own escaping.
namespace hygie::report {

/// Valid UTF-8 on one line: bad bytes become U+FFFD, line breaks and tabs a space; control characters (C0, C1),
/// bidirectional controls and invisible marks disappear, so that a name can neither drive a terminal nor read
/// differently from what it is.
[[nodiscard]] std::string clean(std::string_view text);

/// True for the characters that `clean` drops: a writer that must keep them writes them as an escape.
[[nodiscard]] bool deceives(char32_t character);

/// Columns of a terminal that the text takes; it must be clean.
[[nodiscard]] int display_width(std::string_view text);
/// Capitals, accents kept.
[[nodiscard]] std::string upper(std::string_view text);
/// The beginning that fits, ending with an ellipsis when something was cut.
[[nodiscard]] std::string clip(std::string_view text, int width);
/// Lines no wider than `width`, cut at spaces, or inside a word that is wider on its own.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int width);

}  // namespace hygie::report
