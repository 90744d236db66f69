// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/builder.hpp"

#include "audits/directory/read/builder_state.hpp"
#include "audits/directory/read/dn_values.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::directory {
namespace {

struct Named {
  std::string_view name;
  Class what;
};
constexpr std::array named_classes = std::to_array<Named>({
    {"container", Class::container},
    {"msExchConfigurationContainer", Class::container},
    {"msExchOrganizationContainer", Class::exchange},
    {"domainDNS", Class::domain},
    {"configuration", Class::configuration},
    {"dMD", Class::schema_head},
    {"organizationalUnit", Class::unit},
    {"builtinDomain", Class::builtin},
    {"groupPolicyContainer", Class::policy},
    {"msDS-PasswordSettings", Class::password_settings},
    {"trustedDomain", Class::trusted_domain},
    {"dnsZone", Class::dns_zone},
    {"secret", Class::secret},
    {"msKds-ProvRootKey", Class::kds_root_key},
    {"msDFSR-GlobalSettings", Class::dfsr_global},
    {"msDFSR-ReplicationGroup", Class::dfsr_object},
    {"msDFSR-Content", Class::dfsr_object},
    {"msDFSR-ContentSet", Class::dfsr_object},
    {"msDFSR-Topology", Class::dfsr_object},
    {"msDFSR-Member", Class::dfsr_object},
    {"msDFSR-LocalSettings", Class::dfsr_object},
    {"msDFSR-Subscriber", Class::dfsr_object},
    {"msDFSR-Subscription", Class::dfsr_subscription},
    {"nTFRSSubscriber", Class::ntfrs_subscriber},
    {"dHCPClass", Class::dhcp_server},
    {"controlAccessRight", Class::extended_right},
    {"classSchema", Class::schema_class},
    {"attributeSchema", Class::schema_attribute},
    {"pKICertificateTemplate", Class::certificate_template},
    {"pKIEnrollmentService", Class::enrolment_service},
    {"certificationAuthority", Class::certification_authority},
    {"msPKI-Enterprise-Oid", Class::enterprise_oid},
    {"server", Class::server},
    {"nTDSDSA", Class::ntds_settings},
    {"nTDSDSARO", Class::ntds_settings_read_only},
    {"site", Class::site},
    {"subnet", Class::subnet},
    {"foreignSecurityPrincipal", Class::foreign_principal},
    {"displaySpecifier", Class::display_specifier},
    {"crossRef", Class::cross_reference},
    {"crossRefContainer", Class::cross_reference_container},
    {"nTDSService", Class::directory_service},
    {"msDS-AuthNPolicySilo", Class::silo},
    {"group", Class::group},
    {"user", Class::user},
    {"computer", Class::computer},
    {"msDS-ManagedServiceAccount", Class::managed_service},
    {"msDS-GroupManagedServiceAccount", Class::group_managed_service},
    {"msDS-DelegatedManagedServiceAccount", Class::delegated_managed_service},
    // Objects whose rights matter though nothing else of them does.
    {"sitesContainer", Class::other_node},
    {"subnetContainer", Class::other_node},
    {"serversContainer", Class::other_node},
    {"rIDManager", Class::other_node},
    {"infrastructureUpdate", Class::other_node},
    {"lostAndFound", Class::other_node},
    {"msDS-QuotaContainer", Class::other_node},
    {"msDS-PasswordSettingsContainer", Class::other_node},
    {"msDS-AuthNPolicy", Class::other_node},
    {"msDS-AuthNPolicies", Class::other_node},
    {"msDS-AuthNPolicySilos", Class::other_node},
    {"msWMI-Som", Class::other_node},
});

Class class_of(std::string_view name) {
  // Few values and short names: first the length, then the letters.
  for (const auto& one : named_classes)
    if (one.name.size() == name.size() && same_name(one.name, name)) return one.what;
  return Class::unknown;
}

Class class_of(EntryView::Values values) {
  auto best = Class::unknown;
  for (const auto value : values) best = std::max(best, class_of(value));
  return best;
}

std::optional<AccountKind> account_kind(Class what) {
  switch (what) {
    case Class::user: return AccountKind::user;
    case Class::computer: return AccountKind::computer;
    case Class::managed_service: return AccountKind::managed_service;
    case Class::group_managed_service: return AccountKind::group_managed_service;
    case Class::delegated_managed_service: return AccountKind::delegated_managed_service;
    default: return std::nullopt;
  }
}

/// Objects of which the place, the rights and the links are all that matters.
std::optional<NodeKind> plain_node(Class what) {
  switch (what) {
    case Class::unit: return NodeKind::organizational_unit;
    case Class::builtin: return NodeKind::builtin;
    case Class::kds_root_key: return NodeKind::kds_root_key;
    case Class::dfsr_global: return NodeKind::dfsr_global;
    case Class::dfsr_object: return NodeKind::dfsr_object;
    case Class::dhcp_server: return NodeKind::dhcp_server;
    case Class::extended_right: return NodeKind::extended_right;
    case Class::other_node: return NodeKind::other;
    default: return std::nullopt;
  }
}

}  // namespace

bool has_range(std::string_view attribute_name, bool& complete) {
  constexpr std::string_view option = ";range=";
  const auto at = std::search(attribute_name.begin(), attribute_name.end(), option.begin(), option.end(),
                              [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
  if (at == attribute_name.end()) return false;
  complete = attribute_name.ends_with("-*");
  return true;
}

EntryView::EntryView(const RawEntry& entry) : dn_(plain_dn(entry.dn)), raw_(entry.attributes) {
  for (const auto& attribute : entry.attributes) {
    const auto known = find_attribute(attribute.name);
    // Active Directory gives an empty "member" beside "member;range=0-1499".
    if (known != Attribute::count && !attribute.values.empty())
      values_[static_cast<std::size_t>(known)] = attribute.values;
  }
}

FactsBuilder::State::State(Origin origin) { facts.origin = std::move(origin); }

FactsBuilder::FactsBuilder(Origin origin) : state_(std::make_unique<State>(std::move(origin))) {}
FactsBuilder::~FactsBuilder() = default;

void FactsBuilder::add_root(const RawEntry& entry) {
  const EntryView view(entry);
  auto& state = *state_;
  auto& root = state.facts.root;
  root.default_context = state.keep(view, Attribute::default_context);
  root.configuration_context = state.keep(view, Attribute::configuration_context);
  root.schema_context = state.keep(view, Attribute::schema_context);
  root.root_domain_context = state.keep(view, Attribute::root_domain_context);
  root.contexts = state.keep_all(view, Attribute::naming_contexts);
  root.controls = state.keep_all(view, Attribute::supported_control);
  std::sort(root.controls.begin(), root.controls.end());
  root.controls.erase(std::unique(root.controls.begin(), root.controls.end()), root.controls.end());
  root.sasl_mechanisms = state.keep_all(view, Attribute::supported_sasl);
  root.dns_host = state.keep(view, Attribute::dns_host_name);
  root.domain_level = state.number(view, Attribute::domain_functionality);
  root.forest_level = state.number(view, Attribute::forest_functionality);
  root.controller_level = state.number(view, Attribute::controller_functionality);
  const auto now = state.time(view, Attribute::current_time);
  if (now && !state.time_given) state.facts.collected_at = *now;
  state.time_given = state.time_given || now;
}

bool FactsBuilder::add(const RawEntry& entry) {
  auto& state = *state_;
  const EntryView view(entry);
  if (view.dn().empty()) return false;
  const auto name = state.facts.names.intern(view.dn());
  const auto at = static_cast<std::size_t>(name);
  if (at >= state.seen.size()) state.seen.resize(std::max(at + 1, state.seen.size() * 2));
  if (state.seen[at]) return false;
  state.seen[at] = true;
  state.facts.names.spell(name, view.dn());
  ++state.entries;
  if (same_name(view.first(Attribute::is_deleted), "TRUE")) return true;
  if (!view.has(Attribute::object_class)) {
    if (state.without_class++ == 0) state.first_without_class = view.dn();
    return true;
  }
  const auto what = class_of(view.all(Attribute::object_class));
  if (what == Class::unknown) return true;
  if (view.has(Attribute::security_descriptor))
    ++state.with_descriptor;
  else if (state.without_descriptor++ == 0)
    state.first_without_descriptor = view.dn();
  for (const auto one : view.all(Attribute::object_class))
    if (same_name(one, "msDS-PasswordSettingsContainer")) state.settings_container_seen = true;
  state.add(view, what);
  for (const auto& attribute : entry.attributes) {
    bool complete = false;
    if (has_range(attribute.name, complete))
      state.ranges[{NameRef{static_cast<std::uint32_t>(at)}, find_attribute(attribute.name)}] = complete;
  }
  return true;
}

void FactsBuilder::State::add(const EntryView& entry, Class what) {
  if (const auto kind = account_kind(what)) return add_account(entry, *kind);
  if (const auto kind = plain_node(what)) return add_node(entry, *kind);
  switch (what) {
    case Class::container: return add_container(entry);
    case Class::exchange: facts.forest.exchange = true; return add_node(entry, NodeKind::container);
    case Class::domain: return add_domain(entry);
    case Class::configuration:
      configuration_seen = true;
      configuration_head = facts.names.intern(entry.dn());
      return add_node(entry, NodeKind::configuration_head);
    case Class::schema_head: return add_schema_head(entry);
    case Class::policy: return add_policy(entry);
    case Class::password_settings: return add_password_settings(entry);
    case Class::trusted_domain: return add_trust(entry);
    case Class::dns_zone: return add_dns_zone(entry);
    case Class::secret:
      if (first_value(entry.dn()).starts_with("BCKUPKEY_")) add_node(entry, NodeKind::dpapi_key);
      return;
    case Class::dfsr_subscription: return add_replica(entry, false);
    case Class::ntfrs_subscriber: return add_replica(entry, true);
    case Class::schema_class: return add_schema_class(entry);
    case Class::schema_attribute: return add_schema_attribute(entry);
    case Class::certificate_template: return add_template(entry);
    case Class::enrolment_service: return add_enrolment_service(entry);
    case Class::certification_authority: return add_authority(entry);
    case Class::enterprise_oid: return add_enterprise_oid(entry);
    case Class::server: return add_server(entry);
    case Class::ntds_settings: return add_ntds_settings(entry, false);
    case Class::ntds_settings_read_only: return add_ntds_settings(entry, true);
    case Class::site: return add_site(entry);
    case Class::subnet: return add_subnet(entry);
    case Class::foreign_principal: return add_foreign_principal(entry);
    case Class::display_specifier: return add_display_specifier(entry);
    case Class::cross_reference: return add_cross_reference(entry);
    case Class::cross_reference_container: return add_partitions(entry);
    case Class::directory_service: return add_directory_service(entry);
    case Class::silo: return add_silo(entry);
    case Class::group: return add_group(entry);
    default: break;
  }
}

void FactsBuilder::add_range(std::string_view dn, std::string_view attribute, std::span<const std::string_view> values,
                             bool complete) {
  auto& state = *state_;
  const auto holder = state.facts.names.find(plain_dn(dn));
  const auto known = find_attribute(attribute);
  std::vector<NameRef>* list = nullptr;
  const auto in = [&](const auto& places, auto& things, auto member) {
    const auto found = places.find(holder);
    if (found != places.end()) list = &(things[found->second].*member);
  };
  auto& facts = state.facts;
  if (known == Attribute::member) in(state.groups_by_name, facts.groups, &Group::members);
  if (known == Attribute::pso_applies_to)
    in(state.settings_by_name, facts.password_settings, &PasswordSettings::applies_to);
  if (known == Attribute::revealed_users) in(state.rodcs_by_name, facts.rodcs, &RodcSettings::revealed);
  if (known == Attribute::reveal_on_demand) in(state.rodcs_by_name, facts.rodcs, &RodcSettings::reveal_on_demand);
  if (known == Attribute::never_reveal) in(state.rodcs_by_name, facts.rodcs, &RodcSettings::never_reveal);
  if (list == nullptr) return;
  state.ranges[{holder, known}] = complete;
  for (const auto value : values) {
    const auto parts = read_dn_binary(value);
    const auto who = state.value_name(parts ? parts->dn : value);
    if (who == NameRef::none) state.note_malformed(known, dn);
    // Only revealed accounts come several times, one after the other.
    else if (known != Attribute::revealed_users || list->empty() || list->back() != who)
      list->push_back(who);
  }
}

void FactsBuilder::add_gap(std::string what, std::string why) {
  state_->facts.gaps.push_back({std::move(what), std::move(why)});
}

void FactsBuilder::set_time(core::Instant collected_at) {
  state_->facts.collected_at = collected_at;
  state_->time_given = true;
}

void FactsBuilder::set_fallback_time(core::Instant collected_at) {
  if (!state_->time_given) state_->facts.collected_at = collected_at;
}

std::size_t FactsBuilder::entries() const { return state_->entries; }

DirectoryFacts FactsBuilder::finish() {
  auto& state = *state_;
  state.finish_root();
  state.finish_domain();
  state.finish_servers();
  state.finish_silos();
  state.finish_ranges();
  state.finish_gaps();
  DirectoryFacts facts = std::move(state.facts);
  derive(facts);
  return facts;
}

std::span<const char* const> FactsBuilder::domain_attributes() { return attributes_of('d'); }
std::span<const char* const> FactsBuilder::configuration_attributes() { return attributes_of('c'); }
std::span<const char* const> FactsBuilder::schema_attributes() { return attributes_of('s'); }
std::span<const char* const> FactsBuilder::dns_attributes() { return attributes_of('n'); }
std::span<const char* const> FactsBuilder::root_attributes() { return attributes_of('r'); }

}  // namespace hygie::directory
