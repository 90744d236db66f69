// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"
#include "core/run.hpp"

#include <string>
#include <string_view>

namespace hygie::core {

/// A run as the store keeps it: in no language, everything that a report needs. Not the JSON report, which is for
/// others and never read back. Same run: same bytes.
[[nodiscard]] std::string run_to_json(const Run& run);
/// What does not read back whole is an integrity error.
[[nodiscard]] Result<Run> run_from_json(std::string_view text);

}  // namespace hygie::core
