// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/pages/security_txt.hpp"

#include "audits/exposure/pages/text.hpp"

#include <array>
#include <charconv>

namespace hygie::exposure::pages {
namespace {

/// The number of exactly `size` digits at `at`; -1 when they are not there.
int digits(std::string_view text, std::size_t at, std::size_t size) {
  if (at + size > text.size()) return -1;
  int out = 0;
  const auto* first = text.data() + at;
  const auto read = std::from_chars(first, first + size, out);
  return read.ec == std::errc{} && read.ptr == first + size && text[at] != '-' ? out : -1;
}

/// RFC 3339: "2026-12-31T18:37:07.000Z", "2026-12-31t18:37:07+01:00".
core::OptionalInstant instant_of(std::string_view text) {
  const std::array<int, 6> values{digits(text, 0, 4),  digits(text, 5, 2),  digits(text, 8, 2),
                                  digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)};
  for (const int value : values)
    if (value < 0) return {};
  const std::chrono::year_month_day date{std::chrono::year{values[0]},
                                         std::chrono::month{static_cast<unsigned>(values[1])},
                                         std::chrono::day{static_cast<unsigned>(values[2])}};
  if (!date.ok() || values[3] > 23 || values[4] > 59 || values[5] > 60) return {};
  auto at = std::chrono::sys_days{date} + std::chrono::hours{values[3]} + std::chrono::minutes{values[4]} +
            std::chrono::seconds{values[5]};
  auto zone = text.substr(19);
  if (zone.starts_with('.')) zone = zone.substr(std::min(zone.find_first_not_of("0123456789", 1), zone.size()));
  if (same(zone, "z")) return core::Instant{at};
  const int hours = digits(zone, 1, 2), minutes = digits(zone, 4, 2);
  if (zone.size() != 6 || hours < 0 || minutes < 0 || (zone[0] != '+' && zone[0] != '-')) return {};
  const auto offset = std::chrono::hours{hours} + std::chrono::minutes{minutes};
  return core::Instant{zone[0] == '+' ? at - offset : at + offset};
}

bool is_contact(std::string_view value) {
  const auto low = lower(value);
  return low.starts_with("mailto:") || low.starts_with("https://") || low.starts_with("tel:");
}

}  // namespace

SecurityTxt read_security_txt(std::string_view text) {
  SecurityTxt file;
  for (const auto line : parts(text, '\n')) {
    const auto colon = line.find(':');
    if (line.starts_with('#') || colon == std::string_view::npos) continue;
    const auto name = line.substr(0, colon);
    const auto value = trimmed(line.substr(colon + 1));
    if (same(name, "contact") && is_contact(value)) ++file.contacts;
    if (!same(name, "expires")) continue;
    ++file.expiries;
    file.expires = instant_of(value);
  }
  return file;
}

std::string_view fault_of(const SecurityTxt& file, core::Instant now) {
  if (file.contacts == 0) return "no-contact";
  if (file.expiries == 0 || !file.expires) return file.expiries > 1 ? "several-expiries" : "no-expiry";
  if (file.expiries > 1) return "several-expiries";
  return *file.expires < now ? "expired" : "";
}

}  // namespace hygie::exposure::pages
