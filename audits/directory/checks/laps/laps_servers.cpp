// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/laps/coverage.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings laps_servers(const DirectoryFacts& facts, const Params& params) {
  return judge_laps_coverage(facts, params, true);
}

}  // namespace hygie::directory
