// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts/primary_group.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings primary_group_changed(const DirectoryFacts& facts, const Params&) { return judge_primary_groups(facts, 0); }

}  // namespace hygie::directory
