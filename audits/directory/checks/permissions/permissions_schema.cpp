// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// A change of the schema reaches every object of the forest and is never undone.
Findings permissions_schema(const DirectoryFacts& facts, const Params&) {
  if (facts.node(NodeKind::schema_head) == nullptr) return {not_read(facts, facts.domain.dn, "CN=Schema")};
  Findings found;
  const auto heads = nodes_of(facts, {NodeKind::schema_head});
  const auto parts = nodes_of(facts, {NodeKind::schema_class, NodeKind::schema_attribute});
  for (const auto* head : heads) add_controls(facts, *head, Target::domain, found);
  for (const auto* part : parts) add_controls(facts, *part, Target::other, found);
  return or_pass(std::move(found), facts, heads.size() + parts.size());
}

}  // namespace hygie::directory
