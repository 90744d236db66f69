// SPDX-License-Identifier: EUPL-1.2
#include "core/log.hpp"

#include "core/calendar.hpp"

#include <fmt/format.h>
#include <array>
#include <atomic>

namespace hygie::core {
namespace {

std::atomic<LogLevel> current{LogLevel::error};
constexpr std::array<std::string_view, 4> names{"error", "warn", "info", "debug"};

std::string quoted(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

void set_log_level(LogLevel level) { current = level; }

LogLevel parse_log_level(std::string_view word) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names.at(i) == word) return static_cast<LogLevel>(i);
  return LogLevel::error;
}

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  if (level > current.load()) return;
  auto line =
      fmt::format("time={} level={} event={}", format_instant(now()), names.at(static_cast<std::size_t>(level)), event);
  for (const auto& [key, value] : fields) line += fmt::format(" {}={}", key, quoted(value));
  fmt::print(stderr, "{}\n", line);
}

}  // namespace hygie::core
