// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// The SID of a member value: of an account, a group or a foreign principal, else as its name spells it; empty when it
/// is none.
[[nodiscard]] Sid member_sid(const DirectoryFacts& facts, NameRef member);

/// Judges the members of Pre-Windows 2000 Compatible Access (S-1-5-32-554) one by one.
template <class IsBad>
Findings judge_compatible_access(const DirectoryFacts& facts, IsBad&& is_bad) {
  const auto* group = facts.builtin_group(well_known::builtin_pre_windows_2000);
  if (group == nullptr) return {not_read(facts, facts.domain.dn, "S-1-5-32-554")};
  if (group->incomplete) return {not_read(facts, group->dn, "member")};
  Findings found;
  for (const auto member : group->members) {
    const auto sid = member_sid(facts, member);
    if (!is_bad(sid)) continue;
    const auto known = facts.sids.find(sid);
    found.push_back(on(facts, Verdict::fail, member,
                       {{"group", std::string(group->sam)},
                        {"member", known == SidRef::none ? sid.to_string() : facts.principal_name(known)}}));
  }
  return or_pass(std::move(found), facts, group->members.size());
}

}  // namespace hygie::directory
