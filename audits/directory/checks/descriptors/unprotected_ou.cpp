// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>

namespace hygie::directory {

// What « protect from accidental deletion » writes: everyone is denied to delete the unit and what it holds.
Findings unprotected_ou(const DirectoryFacts& facts, const Params&) {
  constexpr auto deletion = rights::delete_object | rights::delete_tree;
  const auto everyone = facts.sids.find(well_known::everyone());
  const auto units = nodes_of(facts, {NodeKind::organizational_unit});
  if (units.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  over_descriptors(facts, units, found, [&](const Object& unit, const SecurityDescriptor& descriptor) {
    const bool kept = std::any_of(descriptor.aces.begin(), descriptor.aces.end(), [&](const Ace& ace) {
      return ace.type == Ace::Type::deny && ace.trustee == everyone && !ace.inherit_only() &&
             (ace.mask & deletion) == deletion;
    });
    if (!kept) found.push_back(on(facts, Verdict::fail, unit.dn, {{"created", day(unit.created)}}));
  });
  return or_pass(std::move(found), facts, units.size());
}

}  // namespace hygie::directory
