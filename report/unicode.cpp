// SPDX-License-Identifier: EUPL-1.2
#include "report/unicode.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <clocale>
#include <cwchar>
#include <cwctype>

namespace hygie::report {
namespace {

using core::next_character;
using core::replacement;
constexpr std::string_view replacement_bytes = "\xEF\xBF\xBD";

/// wcwidth() follows the thread's locale, and the program may run in C: this one knows UTF-8 whatever the environment
/// says.
class Utf8Locale {
 public:
  Utf8Locale() : before_(uselocale(locale())) {}
  ~Utf8Locale() { uselocale(before_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  static locale_t locale() {
    static const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return utf8;
  }
  locale_t before_;
};

int columns(char32_t character) { return std::max(0, wcwidth(static_cast<wchar_t>(character))); }

void push_word(std::vector<std::string>& lines, int& used, std::string_view word, int width) {
  const int size = display_width(word);
  if (!lines.empty() && used + 1 + size <= width) {
    lines.back().append(" ").append(word);
    used += 1 + size;
    return;
  }
  std::string line;
  used = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto start = at;
    const int wide = columns(next_character(word, at));
    if (used + wide > width && !line.empty()) {
      lines.push_back(std::move(line));
      line.clear();
      used = 0;
    }
    line.append(word.substr(start, at - start));
    used += wide;
  }
  lines.push_back(std::move(line));
}

/// French puts a space before these and after an opening quote: the line must not break there.
bool glued(std::string_view text, std::size_t space) {
  const auto after = text.substr(space + 1);
  const auto before = text.substr(0, space);
  if (before.ends_with("«") || after.starts_with("»")) return true;
  const auto mark = after.substr(0, after.find(' '));
  return mark == ":" || mark == ";" || mark == "?" || mark == "!";
}

std::size_t word_end(std::string_view text, std::size_t start) {
  auto end = text.find(' ', start);
  while (end != std::string_view::npos && end > start && glued(text, end)) end = text.find(' ', end + 1);
  return std::min(end, text.size());
}

}  // namespace

bool deceives(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const char32_t character = next_character(text, at);
    if ((character >= '\t' && character <= '\r') || character == 0x2028 || character == 0x2029) {
      out += ' ';
    } else if (character == replacement) {
      out += replacement_bytes;
    } else if (!deceives(character)) {
      out.append(text.substr(start, at - start));
    }
  }
  return out;
}

int display_width(std::string_view text) {
  const Utf8Locale utf8;
  int width = 0;
  for (std::size_t at = 0; at < text.size();) width += columns(next_character(text, at));
  return width;
}

std::string upper(std::string_view text) {
  const Utf8Locale utf8;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const auto character = static_cast<char32_t>(towupper(static_cast<wint_t>(next_character(text, at))));
    if (character >= 0x80 && character < 0x800) {  // Latin capitals; whatever is further has no use here
      out += static_cast<char>(0xC0U | (character >> 6U));
      out += static_cast<char>(0x80U | (character & 0x3FU));
    } else if (character < 0x80) {
      out += static_cast<char>(character);
    } else {
      out.append(text.substr(start, at - start));
    }
  }
  return out;
}

std::string clip(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  const Utf8Locale utf8;
  std::string out;
  int used = 1;  // the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    used += columns(next_character(text, at));
    if (used > width) break;
    out.append(text.substr(start, at - start));
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "…";
}

std::vector<std::string> wrap(std::string_view text, int width) {
  const Utf8Locale utf8;
  std::vector<std::string> lines;
  int used = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = word_end(text, at);
    if (end > at) push_word(lines, used, text.substr(at, end - at), std::max(width, 2));
    at = end + 1;
  }
  return lines;
}

}  // namespace hygie::report
