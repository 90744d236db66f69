// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>
#include <set>

namespace hygie::directory {

Findings exchange_adminsdholder(const DirectoryFacts& facts, const Params& params) {
  const auto groups = groups_named(facts, params.list("group_names"));
  if (groups.empty()) return on_domain(facts, Verdict::not_applicable);
  const Node* holder = facts.node(NodeKind::admin_sd_holder);
  const auto* descriptor = holder == nullptr ? nullptr : facts.descriptor(holder->descriptor);
  if (descriptor == nullptr) return {not_read(facts, facts.domain.dn, "AdminSDHolder")};
  Findings found;
  // What it holds is copied onto users and groups.
  std::set<std::pair<SidRef, Power>> told;
  for (const auto target : {Target::user, Target::group})
    for (const auto& one : dangerous_controls(facts, *descriptor, target))
      if (std::find(groups.begin(), groups.end(), one.trustee) != groups.end() &&
          told.emplace(one.trustee, one.power).second)
        found.push_back(trustee_finding(facts, holder->dn, one.trustee, to_string(one.power), one.inherited));
  return or_pass(std::move(found), facts, groups.size());
}

}  // namespace hygie::directory
