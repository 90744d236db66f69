// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Whoever rewrites the replication of SYSVOL rewrites every policy and logon script.
Findings permissions_dfsr_sysvol(const DirectoryFacts& facts, const Params&) {
  auto objects = nodes_of(facts, {NodeKind::dfsr_global});
  // The group and subscriber of SYSVOL have this name in every language; those of file servers are others' business.
  for (const auto* object : nodes_of(facts, {NodeKind::dfsr_object}))
    if (facts.name(object->dn).find("CN=Domain System Volume,") != std::string_view::npos) objects.push_back(object);
  for (const auto& replica : facts.sysvol_replicas)
    if (!replica.ntfrs) objects.push_back(&replica);
  if (objects.empty()) return on_domain(facts, Verdict::not_applicable);
  return controls_over(facts, objects, Target::other);
}

}  // namespace hygie::directory
