// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/sid_history/histories.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings sid_history_present(const DirectoryFacts& facts, const Params&) {
  return judge_histories(facts, [](SidRef) { return true; });
}

}  // namespace hygie::directory
