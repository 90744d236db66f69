// SPDX-License-Identifier: EUPL-1.2
#include "cli/program/progress_line.hpp"

#include "core/i18n.hpp"
#include "report/unicode.hpp"

#include <cmath>
#include <vector>

namespace hygie::cli {
namespace {

constexpr int least_phase = 8;  // columns that still tell which one it is

std::string grouped(std::size_t number) {
  auto out = std::to_string(number);
  for (auto at = static_cast<int>(out.size()) - 3; at > 0; at -= 3) out.insert(static_cast<std::size_t>(at), " ");
  return out;
}

std::string rate_text(std::optional<double> rate) {
  if (!rate) return {};
  if (*rate >= 0.95) return grouped(static_cast<std::size_t>(std::lround(*rate))) + "/s";
  const auto a_minute = std::lround(*rate * 60);
  return a_minute > 0 ? std::to_string(a_minute) + "/min" : std::string{};
}

std::string duration_text(std::chrono::seconds left) {
  const auto seconds = left.count();
  if (seconds < 60) return fmt::format("{} s", seconds);
  if (seconds < 3600) return fmt::format("{} min {:02} s", seconds / 60, seconds % 60);
  return fmt::format("{} h {:02} min", seconds / 3600, seconds / 60 % 60);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts)
    if (!part.empty()) out += (out.empty() ? "" : " · ") + part;
  return out;
}

}  // namespace

std::string progress_line(std::string_view phase, std::size_t done, std::size_t total, std::optional<double> rate,
                          std::optional<std::chrono::seconds> remaining, int width) {
  const auto name = report::clean(phase);
  const auto count = total == 0 ? grouped(done) : grouped(std::min(done, total)) + "/" + grouped(total);
  const auto speed = rate_text(rate), left = remaining ? core::tr("{} left", duration_text(*remaining)) : std::string{};
  for (const auto& parts : {std::vector{count, speed, left}, std::vector{count, left}, std::vector{count}}) {
    const auto rest = " " + joined(parts);
    const auto room = width - report::display_width(rest);
    if (room >= std::min(least_phase, report::display_width(name))) return report::clip(name, room) + rest;
  }
  return report::clip(name + " " + count, width);
}

}  // namespace hygie::cli
