// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// A delegated managed service account takes over the rights of any account that its creator names.
Findings bad_successor(const DirectoryFacts& facts, const Params& params) {
  if (!facts.schema.version) return {not_read(facts, facts.domain.dn, "objectVersion")};
  if (*facts.schema.version < params.integer("schema_version")) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  std::size_t examined = 0;
  for (const auto* place : delegation_places(facts)) {
    if (!is_below(facts.name(place->dn), facts.name(facts.domain.dn)) || place->kind == NodeKind::configuration_head ||
        place->kind == NodeKind::schema_head || is_below(facts.name(place->dn), facts.root.configuration_context))
      continue;
    ++examined;
    const auto* descriptor = facts.descriptor(place->descriptor);
    if (descriptor == nullptr) {
      found.push_back(not_read(facts, place->dn, "nTSecurityDescriptor"));
      continue;
    }
    for (const auto trustee :
         holders(facts, *descriptor, rights::create_child, rights::class_delegated_managed_service))
      if (!is_trusted(facts, trustee)) found.push_back(trustee_finding(facts, place->dn, trustee, "CreateChild dMSA"));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
