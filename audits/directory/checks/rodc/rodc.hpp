// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/rights_support.hpp"

#include <functional>

/// What the checks on read-only controllers share.
namespace hygie::directory {

/// Calls `judge` on the settings of each read-only controller: not applicable without one, `unknown` where one's
/// settings were not read.
[[nodiscard]] Findings over_rodcs(const DirectoryFacts& facts,
                                  const std::function<void(const RodcSettings&, Findings&)>& judge);
/// A failure of a read-only controller (or of a group) about one member of a list.
[[nodiscard]] Finding member_finding(const DirectoryFacts& facts, NameRef holder, NameRef member);
/// The SID of an account, group or foreign principal; none when it was not collected.
[[nodiscard]] SidRef sid_of(const DirectoryFacts& facts, NameRef name);
/// An account or group whose secrets must never leave the writable controllers: privileged, a controller, krbtgt.
[[nodiscard]] bool must_stay_home(const DirectoryFacts& facts, NameRef name);
/// Those of the groups and accounts that the list does not hold, as failures of `holder`; names that do not exist here
/// are passed over.
void add_missing(const DirectoryFacts& facts, NameRef holder, const std::vector<NameRef>& list,
                 const std::vector<NameRef>& wanted, Findings& found);

}  // namespace hygie::directory
