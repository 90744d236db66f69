// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/exposure/compatible_access.hpp"

namespace hygie::directory {

Sid member_sid(const DirectoryFacts& facts, NameRef member) {
  const auto place = facts.derived().by_name.at(static_cast<std::size_t>(member));
  SidRef ref = SidRef::none;
  switch (place.kind) {
    case Derived::Kind::account: ref = facts.accounts[place.index].sid; break;
    case Derived::Kind::group: ref = facts.groups[place.index].sid; break;
    case Derived::Kind::foreign: ref = facts.foreign_principals[place.index].sid; break;
    case Derived::Kind::node:
    case Derived::Kind::none: break;
  }
  if (ref != SidRef::none) return facts.sid(ref);
  return Sid::from_text(first_value(facts.name(member))).value_or(Sid{});
}

}  // namespace hygie::directory
