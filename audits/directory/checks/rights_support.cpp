// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>
#include <charconv>

namespace hygie::directory {

std::vector<const Object*> nodes_of(const DirectoryFacts& facts, std::initializer_list<NodeKind> kinds) {
  std::vector<const Object*> found;
  for (const auto& node : facts.nodes)
    if (std::find(kinds.begin(), kinds.end(), node.kind) != kinds.end()) found.push_back(&node);
  return found;
}

std::vector<const Node*> above(const DirectoryFacts& facts, NameRef object) {
  std::vector<const Node*> found;
  for (auto name = parent_name(facts.name(object)); !name.empty(); name = parent_name(name)) {
    const auto ref = facts.names.find(name);
    const auto* node = ref == NameRef::none ? nullptr : facts.node(ref);
    if (node != nullptr) found.push_back(node);
  }
  return found;
}

std::vector<const Node*> places_holding(const DirectoryFacts& facts, const std::vector<NameRef>& objects) {
  std::vector<const Node*> found;
  for (const auto object : objects)
    for (const auto* place : above(facts, object))
      if (target_of(*place) != Target::domain) found.push_back(place);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<const Node*> sites_with_controllers(const DirectoryFacts& facts) {
  std::vector<const Node*> found;
  for (const auto& node : facts.nodes) {
    if (node.kind != NodeKind::site) continue;
    const bool holds = std::any_of(facts.servers.begin(), facts.servers.end(), [&](const Server& server) {
      return server.has_settings && is_below(facts.name(server.dn), facts.name(node.dn));
    });
    if (holds) found.push_back(&node);
  }
  return found;
}

std::vector<NameRef> privileged_names(const DirectoryFacts& facts) {
  std::vector<NameRef> names;
  for (const auto i : facts.derived().privileged_accounts) names.push_back(facts.accounts[i].dn);
  for (const auto i : facts.derived().privileged_groups) names.push_back(facts.groups[i].dn);
  for (const auto* controller : controller_accounts(facts)) names.push_back(controller->dn);
  return names;
}

Target target_of(const Account& account) {
  return account.is_computer() || account.is_managed_service() ? Target::computer : Target::user;
}

Target target_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::domain_head:
    case NodeKind::configuration_head:
    case NodeKind::schema_head:
    case NodeKind::domain_dns_head:
    case NodeKind::forest_dns_head: return Target::domain;
    case NodeKind::organizational_unit:
    case NodeKind::container:
    case NodeKind::builtin: return Target::unit;
    default: return Target::other;
  }
}

void for_each_object(const DirectoryFacts& facts, const std::function<void(const Object&, Target)>& visit) {
  for (const auto& account : facts.accounts) visit(account, target_of(account));
  for (const auto& group : facts.groups) visit(group, Target::group);
  for (const auto& node : facts.nodes) visit(node, target_of(node));
  for (const auto& gpo : facts.gpos) visit(gpo, Target::policy);
  for (const auto& one : facts.templates) visit(one, Target::certificate_template);
  for (const auto& service : facts.enrolment_services) visit(service, Target::other);
  for (const auto& zone : facts.dns_zones) visit(zone, Target::other);
}

Findings or_pass_anywhere(Findings found, const DirectoryFacts& facts) {
  if (!found.empty()) return found;
  std::size_t examined = 0, unread = 0;
  for_each_object(
      facts, [&](const Object& object, Target) { ++(object.descriptor == DescriptorRef::none ? unread : examined); });
  if (examined == 0) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  return on_domain(facts, Verdict::pass, {{"examined", std::to_string(examined)}, {"unread", std::to_string(unread)}});
}

Findings entries_anywhere(const DirectoryFacts& facts, std::string_view right,
                          const std::function<bool(const Ace&)>& pick) {
  Findings found;
  for_each_object(facts, [&](const Object& object, Target) {
    const auto* descriptor = facts.descriptor(object.descriptor);
    if (descriptor == nullptr) return;
    std::set<SidRef> trustees;
    for (const auto& ace : descriptor->aces)
      if (pick(ace)) trustees.insert(ace.trustee);
    for (const auto trustee : trustees) found.push_back(trustee_finding(facts, object.dn, trustee, right));
  });
  return or_pass_anywhere(std::move(found), facts);
}

std::vector<const Node*> delegation_places(const DirectoryFacts& facts) {
  std::vector<const Node*> found;
  for (const auto& node : facts.nodes)
    if (target_of(node) == Target::unit || target_of(node) == Target::domain) found.push_back(&node);
  return found;
}

bool is_trusted(const DirectoryFacts& facts, SidRef trustee) {
  return trustee == SidRef::none || facts.derived().trusted_sid[static_cast<std::size_t>(trustee)];
}

bool is_everyone_like(const DirectoryFacts& facts, SidRef trustee) {
  return trustee != SidRef::none && facts.derived().everyone_sid[static_cast<std::size_t>(trustee)];
}

std::set<SidRef> reach(const DirectoryFacts& facts, const SecurityDescriptor& descriptor, const Guid& right) {
  std::set<SidRef> sids;
  for (const auto holder : holders(facts, descriptor, rights::control_access, right)) {
    sids.insert(holder);
    if (const Group* group = facts.group(holder))
      for (const auto i : all_members(facts, *group)) sids.insert(facts.accounts[i].sid);
  }
  return sids;
}

bool is_proper_owner(const DirectoryFacts& facts, SidRef owner) {
  using namespace well_known;
  const auto& sid = facts.sid(owner);
  if (sid == authority_5(18) || sid == builtin(builtin_administrators)) return true;
  if (!sid.is_domain_account()) return false;
  if (sid.domain() == facts.sid(facts.domain.sid))
    return sid.rid() == rid_domain_admins || sid.rid() == rid_enterprise_admins;
  return sid.rid() == rid_enterprise_admins && is_trusted(facts, owner);
}

SidRef domain_sid_with(const DirectoryFacts& facts, std::uint32_t rid) {
  return facts.domain.sid == SidRef::none ? SidRef::none : facts.sids.find(facts.sid(facts.domain.sid).with_rid(rid));
}

std::vector<SidRef> groups_named(const DirectoryFacts& facts, const std::vector<std::string>& names) {
  std::vector<SidRef> found;
  for (const auto& group : facts.groups)
    if (std::any_of(names.begin(), names.end(), [&](const std::string& name) { return same_name(group.sam, name); }))
      found.push_back(group.sid);
  return found;
}

std::vector<PolicyLink> policy_links(const DirectoryFacts& facts, std::string_view gp_link) {
  // [LDAP://cn={GUID},cn=policies,cn=system,DC=...;0][...;2]: bit 1 disabled, bit 2 enforced.
  std::vector<PolicyLink> links;
  while (!gp_link.empty()) {
    const auto open = gp_link.find('['), close = gp_link.find(']');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) break;
    auto one = gp_link.substr(open + 1, close - open - 1);
    gp_link.remove_prefix(close + 1);
    const auto semicolon = one.rfind(';');
    if (semicolon == std::string_view::npos) continue;
    unsigned options = 0;
    std::from_chars(one.data() + semicolon + 1, one.data() + one.size(), options);
    one = one.substr(0, semicolon);
    const auto slashes = one.find("://");
    if (slashes != std::string_view::npos) one.remove_prefix(slashes + 3);
    links.push_back({facts.names.find(one), one, (options & 1U) != 0, (options & 2U) != 0});
  }
  return links;
}

std::vector<NameRef> policies_reaching(const DirectoryFacts& facts, NameRef object) {
  std::vector<NameRef> found;
  bool blocked = false;
  for (const auto* place : above(facts, object)) {
    const bool head = place->kind == NodeKind::domain_head && place->gp_link.empty();
    const auto link = head ? facts.domain.gp_link : place->gp_link;
    for (const auto& one : policy_links(facts, link)) {
      if (one.disabled || one.policy == NameRef::none || (blocked && !one.enforced)) continue;
      if (std::find(found.begin(), found.end(), one.policy) == found.end()) found.push_back(one.policy);
    }
    blocked |= (place->gp_options & 1U) != 0;
  }
  return found;
}

const Gpo* policy(const DirectoryFacts& facts, NameRef dn) {
  const auto found = std::find_if(facts.gpos.begin(), facts.gpos.end(), [&](const Gpo& one) { return one.dn == dn; });
  return dn == NameRef::none || found == facts.gpos.end() ? nullptr : &*found;
}

}  // namespace hygie::directory
