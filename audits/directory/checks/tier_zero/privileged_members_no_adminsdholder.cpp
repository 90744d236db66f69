// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>

namespace hygie::directory {

namespace {
// Also on AdminSDHolder, or its trustee has no need of it.
bool is_covered(const DirectoryFacts& facts, const SecurityDescriptor& model, const Ace& ace) {
  if (ace.type != Ace::Type::allow || is_trusted(facts, ace.trustee)) return true;
  return std::any_of(model.aces.begin(), model.aces.end(), [&](const Ace& one) {
    return one.type == ace.type && one.trustee == ace.trustee && one.object == ace.object &&
           (ace.mask & ~one.mask) == 0;
  });
}
void compare(const DirectoryFacts& facts, const SecurityDescriptor& model, const Object& object, Findings& found) {
  const auto* descriptor = facts.descriptor(object.descriptor);
  if (descriptor == nullptr) return found.push_back(not_read(facts, object.dn, "nTSecurityDescriptor"));
  if (!descriptor->is_protected())
    return found.push_back(on(facts, Verdict::fail, object.dn, {{"reason", "SE_DACL_PROTECTED"}}));
  for (const auto& ace : descriptor->aces)
    if (!is_covered(facts, model, ace))
      return found.push_back(on(facts, Verdict::fail, object.dn, {{"reason", facts.principal_name(ace.trustee)}}));
}

}  // namespace

Findings privileged_members_no_adminsdholder(const DirectoryFacts& facts, const Params&) {
  const auto& derived = facts.derived();
  const Node* holder = facts.node(NodeKind::admin_sd_holder);
  const auto* model = holder == nullptr ? nullptr : facts.descriptor(holder->descriptor);
  if (model == nullptr || !derived.privileged_known) return {not_read(facts, facts.domain.dn, "AdminSDHolder")};
  Findings found;
  for (const auto* account : privileged_accounts(facts)) compare(facts, *model, *account, found);
  for (const auto i : derived.privileged_groups) compare(facts, *model, facts.groups[i], found);
  return or_pass(std::move(found), facts, derived.privileged_accounts.size() + derived.privileged_groups.size());
}

}  // namespace hygie::directory
