// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>
#include <set>

namespace hygie::directory {

namespace {

using Sids = std::set<SidRef>;

bool has(const DirectoryFacts& facts, const Sids& sids, SidRef one) {
  return sids.contains(one) ||
         std::any_of(sids.begin(), sids.end(), [&](SidRef sid) { return in_every_token(facts, sid); });
}

}  // namespace

// Each right may come through a group of its own: what counts is who ends up with both.
Findings dcsync_holders(const DirectoryFacts& facts, const Params&) {
  const Node* head = facts.node(NodeKind::domain_head);
  const auto* descriptor = head == nullptr ? nullptr : facts.descriptor(head->descriptor);
  if (descriptor == nullptr) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  const auto some = reach(facts, *descriptor, rights::replicate_changes);
  const auto secrets = reach(facts, *descriptor, rights::replicate_changes_all);
  Sids both;
  for (const auto* sids : {&some, &secrets})
    for (const auto sid : *sids)
      if (!is_trusted(facts, sid) && has(facts, some, sid) && has(facts, secrets, sid)) both.insert(sid);
  Findings found;
  for (const auto sid : both) found.push_back(trustee_finding(facts, head->dn, sid, to_string(Power::dcsync)));
  return or_pass(std::move(found), facts, some.size() + secrets.size());
}

}  // namespace hygie::directory
