// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts/zones.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hygie::remote_access {

/// The rules of a zone of the machine's tz database from 2000 to 2040; absent when the database has no such name.
[[nodiscard]] std::optional<Zone> find_zone(const std::string& name);

/// "2026-03-01 14:00[:00]" in the zone, or ISO 8601 with "T" and "Z" or an offset ("+01:00"). An hour that comes twice
/// in autumn is the first of them; one that spring leaves out, and anything else, is absent.
[[nodiscard]] std::optional<core::Instant> parse_moment(std::string_view text, const Zone& zone);

}  // namespace hygie::remote_access
