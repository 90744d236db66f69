// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/accounts.hpp"

namespace hygie::directory {

/// True when the account's primary group is one that Windows gives to its kind: users 513 or 514, machines and managed
/// services 515, controllers 516, read-only ones 521. A workstation that says 516 is no controller.
[[nodiscard]] bool has_default_primary_group(const Account& account);
/// Fails accounts with another primary group, below `limit` (0: any); `unknown` where an attribute was not read.
[[nodiscard]] Findings judge_primary_groups(const DirectoryFacts& facts, std::uint32_t limit);

}  // namespace hygie::directory
