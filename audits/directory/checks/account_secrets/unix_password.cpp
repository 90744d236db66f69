// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings unix_password(const DirectoryFacts& facts, const Params& params) {
  return judge_hints(facts, params.list("attributes"));
}

}  // namespace hygie::directory
