// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Rights on a head flow down to all that the partition holds, and replication rights give every secret.
Findings permissions_naming_context(const DirectoryFacts& facts, const Params&) {
  if (facts.node(NodeKind::domain_head) == nullptr) return {not_read(facts, facts.domain.dn, "domain head")};
  const auto heads = nodes_of(facts, {NodeKind::domain_head, NodeKind::configuration_head, NodeKind::schema_head,
                                      NodeKind::domain_dns_head, NodeKind::forest_dns_head});
  return controls_over(facts, heads, Target::domain);
}

}  // namespace hygie::directory
