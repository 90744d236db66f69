// SPDX-License-Identifier: EUPL-1.2
#include "cli/program/console.hpp"

#include "cli/program/progress_line.hpp"
#include "core/i18n.hpp"
#include "report/unicode.hpp"

#include <sys/ioctl.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>

namespace hygie::cli {
namespace {

using core::tr;

constexpr std::size_t longest_word = 4000;  // a hostile file must not fill the terminal

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

/// False when somebody must know; a closed pipe is the reader's choice.
bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno == EPIPE;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void words(std::string_view line) { (void)write_all(STDERR_FILENO, std::string(line) + "\n"); }

std::string shown(std::string_view text) { return report::clean(text.substr(0, longest_word)); }

}  // namespace

Console::Console()
    : input_is_terminal_(::isatty(STDIN_FILENO) == 1),
      output_is_terminal_(::isatty(STDOUT_FILENO) == 1),
      error_is_terminal_(::isatty(STDERR_FILENO) == 1) {}

bool Console::colour() const {
  if (colour_ != ColourChoice::automatic) return colour_ == ColourChoice::always;
  if (!environment("NO_COLOR").empty()) return false;
  if (const auto force = environment("CLICOLOR_FORCE"); !force.empty() && force != "0") return true;
  return output_is_terminal_ && environment("TERM") != "dumb";
}

int Console::width() const {
  winsize size{};
  if (output_is_terminal_ && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    return std::min<int>(size.ws_col, 120);
  return 80;
}

core::Status Console::data(std::string_view bytes) {
  if (write_all(STDOUT_FILENO, bytes)) return {};
  return core::failure(core::ErrorCode::storage, tr("cannot write to standard output: {}", std::strerror(errno)));
}

void Console::note(std::string_view line) {
  if (!quiet_) words(shown(line));
}

void Console::error(const core::Error& error) {
  words(shown(error.where.empty() ? "hygie: " + error.what : error.where + ": " + error.what));
  if (!error.hint.empty()) words("  " + shown(error.hint));
}

void Console::errors(const std::vector<core::Error>& all) {
  for (const auto& one : all) error(one);
}

bool Console::ask(std::string_view question, std::string& answer) {
  (void)write_all(STDERR_FILENO, std::string(question));
  return static_cast<bool>(std::getline(std::cin, answer));
}

int TerminalProgress::columns() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void TerminalProgress::draw(std::string_view line) {
  if (!shown_) return;
  (void)write_all(STDERR_FILENO, "\r\033[K" + shown(line));
  drawn_ = true;
}

void TerminalProgress::phase(std::string_view name) {
  phase_ = std::string(name);
  last_ = {};
  forecast_.begin(std::chrono::steady_clock::now());
  draw(report::clip(shown(phase_), columns() - 1));
}

void TerminalProgress::advance(std::size_t done, std::size_t total) {
  const auto at = std::chrono::steady_clock::now();
  forecast_.note(at, done, total);
  if (at - last_ < std::chrono::milliseconds{100}) return;
  last_ = at;
  // the last column is left free: some terminals go to the next line when it is written
  draw(progress_line(phase_, done, total, forecast_.rate(), forecast_.remaining(at), columns() - 1));
}

void TerminalProgress::clear() {
  if (!drawn_) return;
  (void)write_all(STDERR_FILENO, "\r\033[K");
  drawn_ = false;
}

}  // namespace hygie::cli
