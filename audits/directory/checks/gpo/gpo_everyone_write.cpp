// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// The directory's part of a policy; its files lie in SYSVOL, which is not read.
Findings gpo_everyone_write(const DirectoryFacts& facts, const Params&) {
  if (facts.gpos.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  over_descriptors(facts, facts.gpos, found, [&](const Object& gpo, const SecurityDescriptor& descriptor) {
    for (const auto& one : dangerous_controls(facts, descriptor, Target::policy))
      if (is_everyone_like(facts, one.trustee))
        found.push_back(trustee_finding(facts, gpo.dn, one.trustee, to_string(one.power), one.inherited));
  });
  return or_pass(std::move(found), facts, facts.gpos.size());
}

}  // namespace hygie::directory
