// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

#include <functional>
#include <initializer_list>
#include <set>
#include <type_traits>

/// What the checks on rights, policies and read-only controllers share: which objects to look at, and through what.
namespace hygie::directory {

/// Every node of these kinds.
[[nodiscard]] std::vector<const Object*> nodes_of(const DirectoryFacts& facts, std::initializer_list<NodeKind> kinds);
/// The collected nodes above the object, its parent first, the head of its partition last.
[[nodiscard]] std::vector<const Node*> above(const DirectoryFacts& facts, NameRef object);
/// The units and containers above any of these objects, each once; the partition heads are other checks' matter.
[[nodiscard]] std::vector<const Node*> places_holding(const DirectoryFacts& facts, const std::vector<NameRef>& objects);
/// The sites that hold a domain controller.
[[nodiscard]] std::vector<const Node*> sites_with_controllers(const DirectoryFacts& facts);
/// Privileged accounts and groups, and the domain controllers.
[[nodiscard]] std::vector<NameRef> privileged_names(const DirectoryFacts& facts);
[[nodiscard]] Target target_of(const Account& account);
[[nodiscard]] Target target_of(const Node& node);
/// Every object that has a descriptor of its own: accounts, groups, nodes, policies, templates, enrolment services,
/// zones.
void for_each_object(const DirectoryFacts& facts, const std::function<void(const Object&, Target)>& visit);
/// A failure for each object and trustee of an entry that `pick` takes, over all that was collected; a pass says how
/// many descriptors were examined and how many could not be read (which the checks on those objects answer for).
[[nodiscard]] Findings entries_anywhere(const DirectoryFacts& facts, std::string_view right,
                                        const std::function<bool(const Ace&)>& pick);
[[nodiscard]] Findings or_pass_anywhere(Findings found, const DirectoryFacts& facts);
/// Calls `judge` with the descriptor of each of these objects; adds `unknown` where it was not read.
template <class Objects, class Judge>
void over_descriptors(const DirectoryFacts& facts, const Objects& objects, Findings& found, Judge judge) {
  for (const auto& one : objects) {
    const Object* object = nullptr;
    if constexpr (std::is_pointer_v<std::decay_t<decltype(one)>>)
      object = one;
    else
      object = &one;
    if (const auto* descriptor = facts.descriptor(object->descriptor))
      judge(*object, *descriptor);
    else
      found.push_back(not_read(facts, object->dn, "nTSecurityDescriptor"));
  }
}
/// Units, containers and partition heads: where delegations are given.
[[nodiscard]] std::vector<const Node*> delegation_places(const DirectoryFacts& facts);

[[nodiscard]] bool is_trusted(const DirectoryFacts& facts, SidRef trustee);
[[nodiscard]] bool is_everyone_like(const DirectoryFacts& facts, SidRef trustee);
/// The holders of an extended right and the accounts in them, nested.
[[nodiscard]] std::set<SidRef> reach(const DirectoryFacts& facts, const SecurityDescriptor& descriptor,
                                     const Guid& right);
/// Domain Admins, Enterprise Admins (of the forest's root for a child), Administrators, SYSTEM: owners that need no
/// remark.
[[nodiscard]] bool is_proper_owner(const DirectoryFacts& facts, SidRef owner);
/// The group of the domain with this RID; none when no entry nor object names it.
[[nodiscard]] SidRef domain_sid_with(const DirectoryFacts& facts, std::uint32_t rid);
/// The groups with these names, for products that give theirs the same name in every language and no fixed RID.
[[nodiscard]] std::vector<SidRef> groups_named(const DirectoryFacts& facts, const std::vector<std::string>& names);

/// One link of gPLink (MS-GPOL 2.2.2).
struct PolicyLink {
  NameRef policy = NameRef::none;  // none: the name is not one that was collected anywhere
  std::string_view dn = {};
  bool disabled = false;
  bool enforced = false;
};
[[nodiscard]] std::vector<PolicyLink> policy_links(const DirectoryFacts& facts, std::string_view gp_link);
/// The policies that reach the object through units, containers and the domain head, blocked inheritance and enforced
/// links counted, each once; security filters are not, so that it may be more than what is applied, never less.
[[nodiscard]] std::vector<NameRef> policies_reaching(const DirectoryFacts& facts, NameRef object);
[[nodiscard]] const Gpo* policy(const DirectoryFacts& facts, NameRef dn);

}  // namespace hygie::directory
