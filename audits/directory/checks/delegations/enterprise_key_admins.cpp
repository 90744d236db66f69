// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Their place is to write one attribute, msDS-KeyCredentialLink.
Findings enterprise_key_admins(const DirectoryFacts& facts, const Params&) {
  const Node* head = facts.node(NodeKind::domain_head);
  const auto* descriptor = head == nullptr ? nullptr : facts.descriptor(head->descriptor);
  if (descriptor == nullptr) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  Findings found;
  using Held = std::pair<std::uint32_t, std::string_view>;
  for (const auto& [mask, right] :
       {Held{rights::write_dacl, "WriteDacl"}, Held{rights::write_owner, "WriteOwner"},
        Held{rights::write_property, "GenericWrite"}, Held{rights::control_access, "AllExtendedRights"}})
    for (const auto trustee : holders(facts, *descriptor, mask, {}))
      if (facts.sid(trustee).is_domain_account() && facts.sid(trustee).rid() == well_known::rid_enterprise_key_admins)
        found.push_back(trustee_finding(facts, head->dn, trustee, right));
  return or_pass(std::move(found), facts, 1);
}

}  // namespace hygie::directory
