// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace hygie::report {

/// What colour means; it only repeats what a word says.
enum class Tone { plain, strong, faint, danger, warning, good };

/// Lines for a terminal, none wider than its width. Everything that goes through it is cleaned here, once.
class Lines {
 public:
  Lines(std::ostream& out, int width, bool colour);
  [[nodiscard]] int width() const { return width_; }
  void blank();
  /// A heading in capitals followed by a rule to the right edge.
  void heading(std::string_view text);
  /// One line, cut with an ellipsis when too long.
  void clipped(std::string_view text, Tone tone = Tone::plain, int indent = 0);
  /// A paragraph: `mark` opens the first line, the others align with what follows it.
  void paragraph(std::string_view mark, std::string_view text, Tone tone = Tone::plain, int indent = 0);
  /// Two texts on one line, at both edges, or on two lines when they do not fit.
  void edges(std::string_view left, std::string_view right, Tone tone);

 private:
  void put(int indent, std::string_view text, Tone tone);
  std::ostream& out_;
  int width_;
  bool colour_;
};

}  // namespace hygie::report
