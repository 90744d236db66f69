// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/sid_history/histories.hpp"

#include <set>

namespace hygie::directory {

std::vector<SidHistory> all_histories(const DirectoryFacts& facts) {
  std::vector<SidHistory> histories;
  std::set<std::pair<NameRef, SidRef>> seen;
  const auto add = [&](NameRef holder, SidRef sid) {
    if (sid != SidRef::none && seen.emplace(holder, sid).second) histories.push_back({holder, sid});
  };
  for (const auto& one : facts.sid_histories) add(one.holder, one.sid);
  for (const auto& group : facts.groups)
    for (const auto sid : group.sid_history) add(group.dn, sid);
  return histories;
}

bool gives_power(const DirectoryFacts& facts, SidRef ref) {
  const auto& sid = facts.sid(ref);
  if (!sid.is_domain_account() || sid.rid() < 1000) return true;
  const auto& derived = facts.derived();
  const auto place = derived.by_sid.at(static_cast<std::size_t>(ref));
  if (place.kind == Derived::Kind::group) return derived.group_is_privileged[place.index];
  return place.kind == Derived::Kind::account && derived.account_is_privileged[place.index];
}

}  // namespace hygie::directory
