// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <set>

namespace hygie::directory {

// Entries for descendants alone may hold generic rights: they are mapped when they are copied.
Findings sd_generic_perm(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for_each_object(facts, [&](const Object& object, Target) {
    const auto* descriptor = facts.descriptor(object.descriptor);
    if (descriptor == nullptr) return;  // counted where it matters; the part as a whole is a gap
    ++examined;
    std::set<SidRef> generic;
    for (const auto& ace : descriptor->aces)
      if (ace.generic_bits && !ace.inherit_only() && ace.type == Ace::Type::allow) generic.insert(ace.trustee);
    for (const auto trustee : generic) found.push_back(trustee_finding(facts, object.dn, trustee, "generic"));
  });
  if (examined == 0) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
