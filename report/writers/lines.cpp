// SPDX-License-Identifier: EUPL-1.2
#include "report/writers/lines.hpp"

#include "report/unicode.hpp"

#include <algorithm>

namespace hygie::report {
namespace {

constexpr int narrowest = 20;  // below that nothing can be laid out

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::plain: return "";
    case Tone::strong: return "\x1b[1m";
    case Tone::faint: return "\x1b[2m";
    case Tone::danger: return "\x1b[1;31m";
    case Tone::warning: return "\x1b[33m";
    case Tone::good: break;
  }
  return "\x1b[32m";
}

std::string spaces(int count) { return std::string(static_cast<std::size_t>(std::max(0, count)), ' '); }

}  // namespace

Lines::Lines(std::ostream& out, int width, bool colour)
    : out_(out), width_(std::max(width, narrowest)), colour_(colour) {}

void Lines::put(int indent, std::string_view text, Tone tone) {
  const auto code = colour_ ? code_of(tone) : std::string_view();
  out_ << spaces(indent) << code << text << (code.empty() ? "" : "\x1b[0m") << '\n';
}

void Lines::blank() { out_ << '\n'; }

void Lines::heading(std::string_view text) {
  auto line = clip(upper(clean(text)), width_);
  const int left = width_ - display_width(line) - 1;
  if (left > 0) line += ' ';
  for (int i = 0; i < left; ++i) line += "─";
  put(0, line, Tone::strong);
}

void Lines::clipped(std::string_view text, Tone tone, int indent) {
  put(indent, clip(clean(text), width_ - indent), tone);
}

void Lines::paragraph(std::string_view mark, std::string_view text, Tone tone, int indent) {
  const auto opening = clean(mark);
  // a long mark keeps its first line, but must not squeeze what follows into a column of syllables
  const int hang = std::min(display_width(opening), width_ / 3);
  const bool fits = display_width(opening) <= hang;
  auto lines = wrap(fits ? clean(text) : opening + clean(text), width_ - indent - hang);
  if (lines.empty()) lines.emplace_back();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto start = i == 0 && fits ? opening : spaces(hang);
    put(indent, start + lines[i], tone);
  }
}

void Lines::edges(std::string_view left, std::string_view right, Tone tone) {
  const auto first = clean(left);
  const auto last = clean(right);
  const int gap = width_ - display_width(first) - display_width(last);
  if (gap >= 2) return put(0, first + spaces(gap) + last, tone);
  clipped(first, tone);
  clipped(last, tone);
}

}  // namespace hygie::report
