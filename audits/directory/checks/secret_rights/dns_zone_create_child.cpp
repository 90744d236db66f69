// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

Findings dns_zone_create_child(const DirectoryFacts& facts, const Params&) {
  if (facts.dns_zones.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  over_descriptors(facts, facts.dns_zones, found, [&](const Object& zone, const SecurityDescriptor& descriptor) {
    for (const auto trustee : holders(facts, descriptor, rights::create_child, rights::class_dns_node))
      if (is_everyone_like(facts, trustee)) found.push_back(trustee_finding(facts, zone.dn, trustee, "CreateChild"));
  });
  return or_pass(std::move(found), facts, facts.dns_zones.size());
}

}  // namespace hygie::directory
