// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace hygie::test {

using namespace directory;
using core::Verdict;

Account& account(DirectoryFacts& facts, std::string_view sam) {
  const auto found =
      std::find_if(facts.accounts.begin(), facts.accounts.end(), [&](const Account& one) { return one.sam == sam; });
  if (found == facts.accounts.end()) throw std::logic_error(fmt::format("no account {}", sam));
  return *found;
}

SidRef sid(DirectoryFacts& facts, std::string_view text) { return facts.sids.intern(Sid::from_text(text).value()); }

Account& add_user(DirectoryFacts& facts, std::string_view sam, std::uint32_t rid) {
  Account& user = facts.accounts.emplace_back();
  user.sam = facts.text.keep(sam);
  user.dn = facts.names.intern(fmt::format("CN={},OU=Personnel,{}", sam, domain_dn));
  user.sid = facts.sids.intern(facts.sid(facts.domain.sid).with_rid(rid));
  user.descriptor = DescriptorRef{0};
  user.created = facts.collected_at - std::chrono::days{300};
  user.changed = facts.collected_at - std::chrono::days{5};
  user.password_set = facts.collected_at - std::chrono::days{30};
  user.last_logon = facts.collected_at - std::chrono::days{3};
  user.control = uac::normal;
  user.primary_group = well_known::rid_domain_users;
  return user;
}

Account& add_computer(DirectoryFacts& facts, std::string_view sam, std::uint32_t rid, std::string_view system) {
  Account& computer = add_user(facts, sam, rid);
  computer.kind = AccountKind::computer;
  computer.control = uac::workstation;
  computer.primary_group = well_known::rid_domain_computers;
  computer.system = facts.text.keep(system);
  computer.system_version = computer.is_server() ? "10.0 (20348)" : "10.0 (26100)";
  computer.encryption_types = 0x18;
  computer.password_set = facts.collected_at - std::chrono::days{10};
  return computer;
}

Group& add_group(DirectoryFacts& facts, std::string_view sam, std::uint32_t rid) {
  Group& group = facts.groups.emplace_back();
  group.sam = facts.text.keep(sam);
  group.dn = facts.names.intern(fmt::format("CN={},OU=Groupes,{}", sam, domain_dn));
  group.sid = facts.sids.intern(facts.sid(facts.domain.sid).with_rid(rid));
  group.descriptor = DescriptorRef{0};
  group.type = 0x80000002U;
  group.created = facts.collected_at - std::chrono::days{300};
  return group;
}

Node& add_node(DirectoryFacts& facts, NodeKind kind, std::string_view dn) {
  Node& node = facts.nodes.emplace_back();
  node.kind = kind;
  node.dn = facts.names.intern(dn);
  node.descriptor = DescriptorRef{0};
  node.created = facts.collected_at - std::chrono::days{300};
  return node;
}

void add_member(DirectoryFacts&, Group& group, NameRef member) { group.members.push_back(member); }

namespace {
Group& group_with(DirectoryFacts& facts, const Sid& wanted) {
  const auto found = std::find_if(facts.groups.begin(), facts.groups.end(),
                                  [&](const Group& one) { return facts.sid(one.sid) == wanted; });
  if (found == facts.groups.end()) throw std::logic_error("no group " + wanted.to_string());
  return *found;
}
}  // namespace

Group& domain_group(DirectoryFacts& facts, std::uint32_t rid) {
  return group_with(facts, facts.sid(facts.domain.sid).with_rid(rid));
}
Group& builtin_group(DirectoryFacts& facts, std::uint32_t rid) { return group_with(facts, well_known::builtin(rid)); }

Account& add_administrator(DirectoryFacts& facts, std::string_view sam, std::uint32_t rid) {
  const auto dn = add_user(facts, sam, rid).dn;
  add_member(facts, domain_group(facts, well_known::rid_domain_admins), dn);
  add_member(facts, domain_group(facts, well_known::rid_protected_users), dn);
  Account& administrator = facts.accounts.back();
  administrator.control = uac::normal | uac::not_delegated;
  administrator.admin_count = administrator.has_admin_count = true;
  administrator.silo_enforced = true;
  administrator.silo = facts.names.intern(fmt::format(
      "CN=Administration,CN=AuthN Silos,CN=AuthN Policy Configuration,CN=Services,CN=Configuration,{}", domain_dn));
  return administrator;
}

void add_key_credential(DirectoryFacts& facts, std::string_view holder, std::int64_t days_old) {
  KeyCredential& key = facts.key_credentials.emplace_back();
  key.holder = account(facts, holder).dn;
  key.usage = 1;
  key.created = facts.collected_at - std::chrono::days{days_old};
}

void grant(DirectoryFacts& facts, Object& object, SidRef trustee, std::uint32_t mask, Guid right, Ace::Type type,
           std::uint8_t flags) {
  auto descriptor = facts.descriptors.at(static_cast<std::size_t>(object.descriptor));
  descriptor.aces.push_back({.trustee = trustee, .mask = mask, .type = type, .flags = flags, .object = right});
  object.descriptor = DescriptorRef{static_cast<std::uint32_t>(facts.descriptors.size())};
  facts.descriptors.push_back(std::move(descriptor));
}

void set_owner(DirectoryFacts& facts, Object& object, SidRef owner) {
  auto descriptor = facts.descriptors.at(static_cast<std::size_t>(object.descriptor));
  descriptor.owner = owner;
  object.descriptor = DescriptorRef{static_cast<std::uint32_t>(facts.descriptors.size())};
  facts.descriptors.push_back(std::move(descriptor));
}

core::Findings run(std::string_view id, DirectoryFacts& facts, Overrides overrides) {
  static const auto catalogue = directory::catalogue().value();
  derive(facts);
  return run_one(registry(), catalogue, id, overrides,
                 [&](const Check& check, const core::Params& params) { return run_check(check, facts, params); });
}

Verdict verdict(std::string_view check, DirectoryFacts& facts, Overrides overrides) {
  return worst(run(check, facts, overrides));
}

std::size_t failures(std::string_view check, DirectoryFacts& facts, Overrides overrides) {
  return failures_in(run(check, facts, overrides));
}

core::Finding failure(std::string_view check, DirectoryFacts& facts, Overrides overrides) {
  return only_failure(check, run(check, facts, overrides));
}

void lose(DirectoryFacts& facts, Part part) {
  facts.gaps.push_back({std::string(to_string(part)), "refused by the server"});
}

void hide_password_settings(DirectoryFacts& facts) {
  facts.password_settings.clear();
  facts.domain.password_settings_readable = false;
}

}  // namespace hygie::test
