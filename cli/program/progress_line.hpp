// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/forecast.hpp"

#include <string>
#include <string_view>

namespace hygie::cli {

/// "ports 12 400/65 535 · 498/s · 1 min 47 s left": what is known of it, in the reader's language, never wider than
/// `width` columns: the name of the phase gives way first, then the rate, then the time.
[[nodiscard]] std::string progress_line(std::string_view phase, std::size_t done, std::size_t total,
                                        std::optional<double> rate, std::optional<std::chrono::seconds> remaining,
                                        int width);

}  // namespace hygie::cli
