// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/register/moments.hpp"

#include "core/calendar.hpp"

#include <date/tz.h>
#include <charconv>

namespace hygie::remote_access {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Two digits at `at`, below `limit`; -1 otherwise.
int two_digits(std::string_view text, std::size_t at, int limit) {
  if (at + 2 > text.size()) return -1;
  int value = -1;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, value);
  return error == std::errc{} && end == text.data() + at + 2 && value >= 0 && value < limit ? value : -1;
}

struct TimeOfDay {
  seconds since_midnight{};
  std::string_view rest;  // what follows: "", "Z", "+01:00"
};

std::optional<TimeOfDay> time_of_day(std::string_view text) {
  const int hour = two_digits(text, 0, 24), minute = two_digits(text, 3, 60);
  if (hour < 0 || minute < 0 || text[2] != ':') return std::nullopt;
  TimeOfDay out{hours{hour} + minutes{minute}, text.substr(5)};
  if (!out.rest.starts_with(':')) return out;
  const int second = two_digits(text, 6, 60);
  if (second < 0) return std::nullopt;
  out.since_midnight += seconds{second};
  out.rest = text.substr(8);
  return out;
}

/// "+01:00", "-0130"; in seconds.
std::optional<int> offset_of(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const bool colon = text[3] == ':';
  const int hour = two_digits(text, 1, 24), minute = two_digits(text, colon ? 4 : 3, 60);
  if (hour < 0 || minute < 0 || text.size() != (colon ? 6U : 5U)) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (hour * 3600 + minute * 60);
}

}  // namespace

std::optional<Zone> find_zone(const std::string& name) {
  constexpr auto first = std::chrono::sys_days{std::chrono::year{2000} / 1 / 1};
  constexpr auto last = std::chrono::sys_days{std::chrono::year{2040} / 1 / 1};
  try {
    const auto* found = date::locate_zone(name);
    Zone zone{name, {}};
    for (core::Instant at = first; at < core::Instant{last};) {
      const auto info = found->get_info(date::sys_seconds{at.time_since_epoch()});
      zone.changes.push_back({at, static_cast<int>(info.offset.count())});
      at = core::Instant{seconds{info.end.time_since_epoch().count()}};
    }
    return zone;
  } catch (const std::exception&) {  // no such name, or no database on this machine
    return std::nullopt;
  }
}

std::optional<core::Instant> parse_moment(std::string_view text, const Zone& zone) {
  if (text.size() < 16 || (text[10] != ' ' && text[10] != 'T')) return std::nullopt;
  const auto day = core::parse_date(text.substr(0, 10));
  const auto time = time_of_day(text.substr(11));
  if (!day || !time) return std::nullopt;
  const auto local = core::Instant{*day} + time->since_midnight;
  if (!time->rest.empty()) {
    const auto offset = offset_of(time->rest);
    if (!offset) return std::nullopt;
    return local - seconds{*offset};
  }
  // Local time is UTC plus an offset in force at that very instant: the earliest that agrees with itself.
  std::optional<core::Instant> found;
  for (const auto shift : {hours{-24}, hours{24}}) {
    const auto at = local - seconds{zone.offset_at(local + shift)};
    if (at + seconds{zone.offset_at(at)} == local && (!found || at < *found)) found = at;
  }
  return found;
}

}  // namespace hygie::remote_access
