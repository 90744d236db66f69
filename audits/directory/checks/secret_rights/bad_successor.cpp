// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// A delegated managed service account takes over the rights of any account that its creator names.
Findings bad_successor(const DirectoryFacts& facts, const Params& params) {
  if (!facts.schema.version) return {not_read(facts, facts.domain.dn, "objectVersion")};
  if (*facts.schema.version < params.integer("schema_version")) return on_domain(facts, Verdict::not_applicable);
  auto places = delegation_places(facts);
  // The accounts of the domain live in its own partition.
  std::erase_if(places, [&](const Node* place) {
    const auto name = facts.name(place->dn);
    const bool other_head = target_of(*place) == Target::domain && place->kind != NodeKind::domain_head;
    return other_head || !is_below(name, facts.name(facts.domain.dn)) ||
           is_below(name, facts.root.configuration_context);
  });
  Findings found;
  over_descriptors(facts, places, found, [&](const Object& place, const SecurityDescriptor& descriptor) {
    for (const auto trustee : holders(facts, descriptor, rights::create_child, rights::class_delegated_managed_service))
      if (!is_trusted(facts, trustee)) found.push_back(trustee_finding(facts, place.dn, trustee, "CreateChild dMSA"));
  });
  return or_pass(std::move(found), facts, places.size());
}

}  // namespace hygie::directory
