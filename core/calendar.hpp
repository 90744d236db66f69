// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hygie::core {

/// YYYY-MM-DD and nothing else; absent when the day does not exist.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_date(std::string_view text);
/// YYYY-MM-DDTHH:MM:SSZ and nothing else.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
[[nodiscard]] std::string format_date(std::chrono::sys_days day);
[[nodiscard]] std::string format_instant(Instant at);
/// The machine's clock: for the command line alone, checks and decisions are given their time.
[[nodiscard]] Instant now();
[[nodiscard]] inline std::chrono::sys_days day_of(Instant at) { return std::chrono::floor<std::chrono::days>(at); }

}  // namespace hygie::core
