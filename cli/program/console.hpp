// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/forecast.hpp"
#include "core/progress.hpp"
#include "core/result.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::cli {

enum class ColourChoice { automatic, always, never };

/// The terminal, or whatever stands in its place: data on standard output, words on standard error. Text from outside
/// is cleaned here.
class Console {
 public:
  Console();
  void set_colour(ColourChoice choice) { colour_ = choice; }
  void set_quiet(bool quiet) { quiet_ = quiet; }
  [[nodiscard]] bool quiet() const { return quiet_; }
  [[nodiscard]] bool interactive() const { return input_is_terminal_ && error_is_terminal_; }
  [[nodiscard]] bool output_is_terminal() const { return output_is_terminal_; }
  [[nodiscard]] bool error_is_terminal() const { return error_is_terminal_; }
  /// NO_COLOR, TERM=dumb, CLICOLOR_FORCE and --color, in the usual order; on standard output alone.
  [[nodiscard]] bool colour() const;
  [[nodiscard]] int width() const;

  /// Data. A reader who left (a broken pipe) is not an error; a full disk is.
  core::Status data(std::string_view bytes);
  /// Words, unless --quiet.
  void note(std::string_view line);
  /// WHERE: WHAT, and the mend below.
  void error(const core::Error& error);
  void errors(const std::vector<core::Error>& all);
  /// One line from the person; false at the end of the input.
  bool ask(std::string_view question, std::string& answer);

 private:
  bool input_is_terminal_, output_is_terminal_, error_is_terminal_;
  ColourChoice colour_ = ColourChoice::automatic;
  bool quiet_ = false;
};

/// Shows progress on a terminal, on one line that the next one covers.
class TerminalProgress final : public core::Progress {
 public:
  explicit TerminalProgress(const Console& console) : shown_(console.error_is_terminal() && !console.quiet()) {}
  ~TerminalProgress() override { clear(); }
  TerminalProgress(const TerminalProgress&) = delete;
  TerminalProgress& operator=(const TerminalProgress&) = delete;
  void phase(std::string_view name) override;
  void advance(std::size_t done, std::size_t total) override;
  void clear();

 private:
  void draw(std::string_view line);
  [[nodiscard]] static int columns();
  bool shown_;
  core::Forecast forecast_;
  bool drawn_ = false;
  std::string phase_;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace hygie::cli
