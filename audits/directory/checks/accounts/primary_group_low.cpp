// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts/primary_group.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Below 1000 are the groups that Windows creates, the powerful ones among them.
Findings primary_group_low(const DirectoryFacts& facts, const Params& params) {
  return judge_primary_groups(facts, static_cast<std::uint32_t>(params.integer("first_ordinary_rid")));
}

}  // namespace hygie::directory
