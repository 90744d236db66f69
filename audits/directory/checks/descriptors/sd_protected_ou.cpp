// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

Findings sd_protected_ou(const DirectoryFacts& facts, const Params&) {
  const auto units = nodes_of(facts, {NodeKind::organizational_unit});
  if (units.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  over_descriptors(facts, units, found, [&](const Object& unit, const SecurityDescriptor& descriptor) {
    if (descriptor.is_protected())
      found.push_back(on(facts, Verdict::fail, unit.dn, {{"entries", std::to_string(descriptor.aces.size())}}));
  });
  return or_pass(std::move(found), facts, units.size());
}

}  // namespace hygie::directory
