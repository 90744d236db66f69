// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/filetime.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

constexpr std::int64_t ticks_a_second = 10'000'000;
constexpr std::int64_t from_1601_to_1970 = 11'644'473'600;
constexpr std::int64_t end_of_9999 = 253'402'300'799;

// Takes `count` digits; -1 when there are not as many.
int digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take_offset(std::string_view text, std::chrono::minutes& offset) {
  if (text == "Z") return true;
  if (text.size() != 5 || (text.front() != '+' && text.front() != '-')) return false;
  const bool west = text.front() == '-';
  text.remove_prefix(1);
  const int hours = digits(text, 2), minutes = digits(text, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return false;
  offset = std::chrono::minutes{(west ? -1 : 1) * (hours * 60 + minutes)};
  return true;
}

}  // namespace

core::OptionalInstant read_filetime(std::int64_t ticks) {
  if (ticks <= 0) return {};
  const auto seconds = ticks / ticks_a_second - from_1601_to_1970;
  if (seconds > end_of_9999) return {};
  return core::Instant{std::chrono::seconds{seconds}};
}

core::OptionalInstant read_generalised_time(std::string_view text) {
  using namespace std::chrono;
  const int y = digits(text, 4), mo = digits(text, 2), d = digits(text, 2);
  const int h = digits(text, 2), mi = digits(text, 2), s = digits(text, 2);
  if (std::min({y, mo, d, h, mi, s}) < 0 || h > 23 || mi > 59 || s > 60) return {};
  const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
  if (!date.ok() || y < 1601) return {};
  if (!text.empty() && (text.front() == '.' || text.front() == ',')) {
    text.remove_prefix(1);
    const auto end = text.find_first_not_of("0123456789");
    if (end == 0 || end == std::string_view::npos) return {};
    text.remove_prefix(end);
  }
  minutes offset{0};
  if (!take_offset(text, offset)) return {};
  return core::Instant{sys_days{date} + hours{h} + minutes{mi} + seconds{s} - offset};
}

}  // namespace hygie::directory
