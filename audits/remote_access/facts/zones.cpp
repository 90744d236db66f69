// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/facts/zones.hpp"

#include <algorithm>

namespace hygie::remote_access {

int Zone::offset_at(core::Instant at) const {
  const auto after = std::upper_bound(changes.begin(), changes.end(), at,
                                      [](core::Instant one, const Change& c) { return one < c.at; });
  if (after != changes.begin()) return std::prev(after)->offset;
  return changes.empty() ? 0 : changes.front().offset;
}

LocalMoment local_moment(const Zone& zone, core::Instant at) {
  const auto local = at + std::chrono::seconds{zone.offset_at(at)};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::weekday weekday{day};
  return {weekday.iso_encoding() - 1, static_cast<int>(std::chrono::floor<std::chrono::minutes>(local - day).count())};
}

}  // namespace hygie::remote_access
