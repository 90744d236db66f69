// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>

namespace hygie::directory {

namespace {

/// Whether the descriptor speaks of the trustee at all: nearly none does, and judging one costs.
bool names(const SecurityDescriptor& descriptor, SidRef trustee) {
  return descriptor.owner == trustee || std::any_of(descriptor.aces.begin(), descriptor.aces.end(),
                                                    [&](const Ace& ace) { return ace.trustee == trustee; });
}

}  // namespace

Findings sd_anonymous_control(const DirectoryFacts& facts, const Params&) {
  const auto anonymous = facts.sids.find(well_known::authority_5(7));
  Findings found;
  for_each_object(facts, [&](const Object& object, Target target) {
    const auto* descriptor = facts.descriptor(object.descriptor);
    if (descriptor == nullptr || !names(*descriptor, anonymous)) return;
    for (const auto& one : dangerous_controls(facts, *descriptor, target))
      if (one.trustee == anonymous)
        found.push_back(trustee_finding(facts, object.dn, anonymous, to_string(one.power), one.inherited, one.level));
  });
  return or_pass_anywhere(std::move(found), facts);
}

}  // namespace hygie::directory
