// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>

namespace hygie::directory {

Findings exchange_privesc(const DirectoryFacts& facts, const Params& params) {
  const auto groups = groups_named(facts, params.list("group_names"));
  if (groups.empty()) return on_domain(facts, Verdict::not_applicable);
  const Node* head = facts.node(NodeKind::domain_head);
  const auto* descriptor = head == nullptr ? nullptr : facts.descriptor(head->descriptor);
  if (descriptor == nullptr) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  Findings found;
  for (const auto trustee : holders(facts, *descriptor, rights::write_dacl, {}))
    if (std::find(groups.begin(), groups.end(), trustee) != groups.end())
      found.push_back(trustee_finding(facts, head->dn, trustee, to_string(Power::write_dacl)));
  return or_pass(std::move(found), facts, groups.size());
}

}  // namespace hygie::directory
