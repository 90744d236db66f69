// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <set>

namespace hygie::directory {

namespace {

// Where the entry stands, not on each of the thousands of accounts that inherit it.
void add_writers(const DirectoryFacts& facts, NameRef object, const SecurityDescriptor& read, bool take_inherited,
                 std::set<SidRef>& told, Findings& found) {
  for (const auto target : {Target::user, Target::computer})
    for (const auto& one : dangerous_controls(facts, read, target))
      if (one.power == Power::add_key_credential && (take_inherited || !one.inherited) &&
          told.insert(one.trustee).second)
        found.push_back(trustee_finding(facts, object, one.trustee, to_string(one.power), one.inherited));
}

}  // namespace

// The attribute alone: who controls accounts altogether is told by other checks.
Findings key_credential_writers(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  const auto look = [&](const Object& object, bool hands_down) {
    const auto* descriptor = facts.descriptor(object.descriptor);
    if (descriptor == nullptr) return;  // counted where it matters; the part as a whole is a gap
    ++examined;
    std::set<SidRef> told;
    const bool lost_above = above(facts, object.dn).empty();
    add_writers(facts, object.dn, hands_down ? handed_down(*descriptor) : *descriptor, lost_above, told, found);
  };
  for (const auto* place : delegation_places(facts)) look(*place, true);
  for (const auto& account : facts.accounts) look(account, false);
  if (examined == 0) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
