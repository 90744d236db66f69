// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <map>

namespace hygie::directory {

namespace {

// What a parent hands down reaches the child only if the child takes it: SDProp keeps protected ones from it.
void add_parent(const DirectoryFacts& facts, const Object& child, std::map<const Node*, bool>& shielded) {
  const auto places = above(facts, child.dn);
  if (places.empty() || target_of(*places.front()) != Target::unit) return;
  const auto* descriptor = facts.descriptor(child.descriptor);
  const bool is_shielded = descriptor != nullptr && descriptor->is_protected();
  const auto [parent, added] = shielded.emplace(places.front(), is_shielded);
  parent->second = parent->second && is_shielded;
}

}  // namespace

Findings privileged_members_perm(const DirectoryFacts& facts, const Params&) {
  const auto& derived = facts.derived();
  if (!derived.privileged_known) return {not_read(facts, facts.domain.dn, "Domain Admins, Administrators")};
  Findings found;
  std::map<const Node*, bool> parents;
  for (const auto* account : privileged_accounts(facts)) {
    add_controls(facts, *account, target_of(*account), found);
    add_parent(facts, *account, parents);
  }
  for (const auto i : derived.privileged_groups) {
    add_controls(facts, facts.groups[i], Target::group, found);
    add_parent(facts, facts.groups[i], parents);
  }
  for (const auto& [parent, shielded] : parents)
    add_controls(facts, *parent, Target::unit, found, {.level = shielded ? 2 : 0});
  return or_pass(std::move(found), facts, derived.privileged_accounts.size() + derived.privileged_groups.size());
}

}  // namespace hygie::directory
