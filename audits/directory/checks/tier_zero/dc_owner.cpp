// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Whoever joined the server owns its account until somebody corrects it.
Findings dc_owner(const DirectoryFacts& facts, const Params&) {
  const auto controllers = controller_accounts(facts);
  if (controllers.empty()) return {not_read(facts, facts.domain.dn, "domain controllers")};
  Findings found;
  over_descriptors(facts, controllers, found, [&](const Object& controller, const SecurityDescriptor& descriptor) {
    if (descriptor.owner == SidRef::none)
      found.push_back(not_read(facts, controller.dn, "owner"));
    else if (!is_proper_owner(facts, descriptor.owner))
      found.push_back(on(facts, Verdict::fail, controller.dn, {{"owner", facts.principal_name(descriptor.owner)}}));
  });
  return or_pass(std::move(found), facts, controllers.size());
}

}  // namespace hygie::directory
