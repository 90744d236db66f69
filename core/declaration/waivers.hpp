// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/declaration/problems.hpp"
#include "core/run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hygie::core {

/// Reads waivers.yaml: what somebody accepts, by role, with a reason and an end at most 366 days after `today`. Every
/// mistake is reported at once. A waiver whose day has passed is not a mistake: its fails count again, and the report
/// says so.
Checked<std::vector<Waiver>> load_waivers(const std::string& path, const Catalogue& catalogue,
                                          std::chrono::sys_days today);
Checked<std::vector<Waiver>> read_waivers(const YamlDocument& document, const Catalogue& catalogue,
                                          std::chrono::sys_days today);

}  // namespace hygie::core
