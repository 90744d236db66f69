// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Every hour its entries are copied onto all protected accounts and groups.
Findings permissions_adminsdholder(const DirectoryFacts& facts, const Params&) {
  const Node* holder = facts.node(NodeKind::admin_sd_holder);
  if (holder == nullptr) return {not_read(facts, facts.domain.dn, "AdminSDHolder")};
  Findings found;
  // What it holds is meant for users and groups: a right on either counts.
  add_controls(facts, *holder, Target::user, found);
  const auto* descriptor = facts.descriptor(holder->descriptor);
  if (descriptor != nullptr)
    for (const auto& control : dangerous_controls(facts, *descriptor, Target::group))
      if (control.power == Power::add_member || control.power == Power::add_self)
        found.push_back(trustee_finding(facts, holder->dn, control.trustee, to_string(control.power), control.inherited,
                                        control.level));
  return or_pass(std::move(found), facts, 1);
}

}  // namespace hygie::directory
