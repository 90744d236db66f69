// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Readable by anyone with an account, disabled or not: what it says may open something else.
Findings secret_in_text(const DirectoryFacts& facts, const Params& params) {
  return judge_hints(facts, params.list("attributes"));
}

}  // namespace hygie::directory
