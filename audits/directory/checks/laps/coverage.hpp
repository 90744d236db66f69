// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// How many enabled Windows computers of a kind (controllers apart) have a local password kept by LAPS.
struct LapsCoverage {
  std::int64_t total = 0, covered = 0;
};
[[nodiscard]] LapsCoverage laps_coverage(const DirectoryFacts& facts, bool servers);
/// One verdict on the domain: the share covered against `min_percent`.
[[nodiscard]] Findings judge_laps_coverage(const DirectoryFacts& facts, const Params& params, bool servers);

}  // namespace hygie::directory
