// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/accounts.hpp"

namespace hygie::directory {

/// ANSSI's dormant account: password older than `max_age_days`, and no logon for `max_idle_days` (or none at all, and
/// created before that). Absent when a date needed was not read.
[[nodiscard]] std::optional<bool> is_dormant(const DirectoryFacts& facts, const Account& account, const Params& params);

/// The share of enabled user accounts on which `holds` answers yes; those it cannot judge are unread.
[[nodiscard]] Share share_of_people(const DirectoryFacts& facts,
                                    const std::function<std::optional<bool>(const Account&)>& holds);

}  // namespace hygie::directory
