// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

Findings sd_anonymous_control(const DirectoryFacts& facts, const Params&) {
  const auto anonymous = facts.sids.find(well_known::authority_5(7));
  Findings found;
  std::size_t examined = 0;
  for_each_object(facts, [&](const Object& object, Target target) {
    const auto* descriptor = facts.descriptor(object.descriptor);
    if (descriptor == nullptr) return;  // counted where it matters; the part as a whole is a gap
    ++examined;
    for (const auto& one : dangerous_controls(facts, *descriptor, target))
      if (one.trustee == anonymous)
        found.push_back(trustee_finding(facts, object.dn, anonymous, to_string(one.power), one.inherited, one.level));
  });
  if (examined == 0) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
