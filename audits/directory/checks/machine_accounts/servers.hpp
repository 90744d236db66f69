// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// True for the account of a failover cluster's virtual server, which rotates its password by its own rules.
[[nodiscard]] bool is_cluster(const Account& account);
/// The enabled member servers: no controller, no cluster name.
[[nodiscard]] std::vector<const Account*> member_servers(const DirectoryFacts& facts);
/// The servers seen within `active_days` whose password is older than `max_age_days`.
[[nodiscard]] Findings old_server_passwords(const DirectoryFacts& facts, const Params& params);
/// Adds a failure when `changed` is older than `limit` days, an unknown when it was not read.
void judge_password_age(const DirectoryFacts& facts, const Account& account, std::int64_t limit, Findings& found);

}  // namespace hygie::directory
