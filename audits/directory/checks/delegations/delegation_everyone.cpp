// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <array>

#include <set>

namespace hygie::directory {

namespace {

constexpr std::array descendants{Target::user, Target::computer, Target::group, Target::unit};

// Inherited entries are told where they stand, once, unless that place was not collected.
void add_open(const DirectoryFacts& facts, const Node& place, bool known_above, Findings& found) {
  const auto* descriptor = facts.descriptor(place.descriptor);
  if (descriptor == nullptr) return found.push_back(not_read(facts, place.dn, "nTSecurityDescriptor"));
  std::set<std::pair<SidRef, Power>> told;
  const auto tell = [&](const SecurityDescriptor& read, Target target) {
    for (const auto& one : dangerous_controls(facts, read, target))
      if (is_everyone_like(facts, one.trustee) && !(one.inherited && known_above) &&
          told.emplace(one.trustee, one.power).second)
        found.push_back(trustee_finding(facts, place.dn, one.trustee, to_string(one.power), one.inherited, one.level));
  };
  tell(*descriptor, target_of(place));
  const auto below = handed_down(*descriptor);
  for (const auto target : descendants) tell(below, target);
}

}  // namespace

Findings delegation_everyone(const DirectoryFacts& facts, const Params&) {
  const auto places = delegation_places(facts);
  if (places.empty()) return {not_read(facts, facts.domain.dn, "containers")};
  Findings found;
  for (const auto* place : places) add_open(facts, *place, !above(facts, place->dn).empty(), found);
  return or_pass(std::move(found), facts, places.size());
}

}  // namespace hygie::directory
