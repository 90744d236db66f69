// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <set>

namespace hygie::directory {

// An audit, a backup or a support team that is refused reading does not know what it does not see.
Findings sd_deny_read(const DirectoryFacts& facts, const Params&) {
  constexpr auto reading = rights::read_property | rights::list | rights::list_object | rights::read_control;
  Findings found;
  std::size_t examined = 0;
  for_each_object(facts, [&](const Object& object, Target) {
    const auto* descriptor = facts.descriptor(object.descriptor);
    if (descriptor == nullptr) return;  // counted where it matters; the part as a whole is a gap
    ++examined;
    std::set<SidRef> refused;
    for (const auto& ace : descriptor->aces)
      if (ace.type == Ace::Type::deny && !ace.is_inherited() && (ace.mask & reading) != 0) refused.insert(ace.trustee);
    for (const auto trustee : refused) found.push_back(trustee_finding(facts, object.dn, trustee, "deny read"));
  });
  if (examined == 0) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
