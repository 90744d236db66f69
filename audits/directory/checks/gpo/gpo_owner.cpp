// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

Findings gpo_owner(const DirectoryFacts& facts, const Params&) {
  if (facts.gpos.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  over_descriptors(facts, facts.gpos, found, [&](const Object& gpo, const SecurityDescriptor& descriptor) {
    if (descriptor.owner == SidRef::none)
      found.push_back(not_read(facts, gpo.dn, "owner"));
    else if (!is_trusted(facts, descriptor.owner))
      found.push_back(on(facts, Verdict::fail, gpo.dn, {{"owner", facts.principal_name(descriptor.owner)}}));
  });
  return or_pass(std::move(found), facts, facts.gpos.size());
}

}  // namespace hygie::directory
