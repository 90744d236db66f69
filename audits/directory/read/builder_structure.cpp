// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/builder_state.hpp"
#include "audits/directory/read/dns_property.hpp"
#include "audits/directory/read/replication_metadata.hpp"

#include <array>

namespace hygie::directory {
namespace {

struct Place {
  std::string_view prefix;  // of the name, in lower case or not
  NodeKind kind;
};
// Containers that matter, known by where they stand in every domain or forest.
constexpr std::array<Place, 7> places{{
    {"CN=AdminSDHolder,CN=System,DC=", NodeKind::admin_sd_holder},
    {"CN=System,DC=", NodeKind::system_container},
    {"CN=Policies,CN=System,DC=", NodeKind::policies_container},
    {"CN=MicrosoftDNS,CN=System,DC=", NodeKind::microsoft_dns},
    {"CN=MicrosoftDNS,DC=DomainDnsZones,DC=", NodeKind::microsoft_dns},
    {"CN=MicrosoftDNS,DC=ForestDnsZones,DC=", NodeKind::microsoft_dns},
    {"CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,CN=Configuration,", NodeKind::kds_container},
}};

bool starts_with(std::string_view dn, std::string_view prefix) {
  return dn.size() >= prefix.size() && same_name(dn.substr(0, prefix.size()), prefix);
}

NodeKind container_kind(std::string_view dn) {
  for (const auto& place : places)
    if (starts_with(dn, place.prefix)) return place.kind;
  constexpr std::string_view pki = "CN=Public Key Services,CN=Services,CN=Configuration,";
  if (starts_with(dn, pki) || starts_with(parent_name(dn), pki)) return NodeKind::pki_container;
  return NodeKind::container;
}

}  // namespace

void FactsBuilder::State::add_node(const EntryView& entry, NodeKind kind) {
  Node node;
  fill(node, entry);
  node.kind = kind;
  node.gp_options = number_or(entry, Attribute::gp_options, 0);
  node.gp_link = keep(entry, Attribute::gp_link);
  node.managed_by = name(entry, Attribute::managed_by);
  facts.nodes.push_back(node);
}

void FactsBuilder::State::add_container(const EntryView& entry) {
  add_node(entry, container_kind(entry.dn()));
  if (!starts_with(entry.dn(), "CN=ActiveDirectoryUpdate,")) return;
  const auto above = parent_name(entry.dn());
  if (starts_with(above, "CN=ForestUpdates,")) facts.forest.forest_revision = number(entry, Attribute::revision);
  if (starts_with(above, "CN=DomainUpdates,")) facts.forest.domain_revision = number(entry, Attribute::revision);
}

void FactsBuilder::State::add_domain(const EntryView& entry) {
  const bool domain_zones = starts_with(entry.dn(), "DC=DomainDnsZones,");
  const bool forest_zones = starts_with(entry.dn(), "DC=ForestDnsZones,");
  if (domain_zones || forest_zones) {
    (domain_zones ? domain_dns_seen : forest_dns_seen) = true;
    return add_node(entry, domain_zones ? NodeKind::domain_dns_head : NodeKind::forest_dns_head);
  }
  add_node(entry, NodeKind::domain_head);
  DomainHead head;
  fill(head, entry);
  head.sid = sid(entry, Attribute::object_sid);
  head.behaviour = number(entry, Attribute::behaviour_version);
  head.machine_account_quota = number(entry, Attribute::machine_account_quota);
  head.expire_smartcard_passwords = boolean(entry, Attribute::expire_smartcard_passwords);
  if (const auto mixed = number(entry, Attribute::nt_mixed_domain)) head.mixed = *mixed != 0;
  head.rules = domain_rules(entry);
  head.gp_link = keep(entry, Attribute::gp_link);
  head.well_known = keep_all(entry, Attribute::well_known_objects);
  head.last_backup = changed(entry, attribute_id::dsa_signature);
  heads.push_back(std::move(head));
}

PasswordRules FactsBuilder::State::domain_rules(const EntryView& entry) {
  PasswordRules rules;
  rules.min_length = number(entry, Attribute::min_pwd_length);
  rules.history = number(entry, Attribute::pwd_history_length);
  rules.max_age = interval(entry, Attribute::max_pwd_age);
  rules.min_age = interval(entry, Attribute::min_pwd_age);
  rules.lockout_threshold = number(entry, Attribute::lockout_threshold);
  rules.lockout_duration = interval(entry, Attribute::lockout_duration);
  rules.lockout_window = interval(entry, Attribute::lockout_window);
  if (const auto properties = number(entry, Attribute::pwd_properties)) {
    rules.complexity = (*properties & 1U) != 0;
    rules.reversible = (*properties & 16U) != 0;
  }
  return rules;
}

void FactsBuilder::State::add_policy(const EntryView& entry) {
  Gpo policy;
  fill(policy, entry);
  policy.display_name = keep(entry, Attribute::display_name);
  policy.path = keep(entry, Attribute::gpc_path);
  policy.flags = number_or(entry, Attribute::flags, 0);
  policy.version = number_or(entry, Attribute::version_number, 0);
  policy.wmi_filter = keep(entry, Attribute::gpc_wmi_filter);
  facts.gpos.push_back(policy);
}

void FactsBuilder::State::add_password_settings(const EntryView& entry) {
  PasswordSettings settings_object;
  fill(settings_object, entry);
  auto& rules = settings_object.rules;
  rules.min_length = number(entry, Attribute::pso_min_length);
  rules.history = number(entry, Attribute::pso_history);
  rules.max_age = interval(entry, Attribute::pso_max_age);
  rules.min_age = interval(entry, Attribute::pso_min_age);
  rules.lockout_threshold = number(entry, Attribute::pso_lockout_threshold);
  rules.lockout_duration = interval(entry, Attribute::pso_lockout_duration);
  rules.lockout_window = interval(entry, Attribute::pso_lockout_window);
  rules.complexity = boolean(entry, Attribute::pso_complexity);
  rules.reversible = boolean(entry, Attribute::pso_reversible);
  settings_object.precedence = number_or(entry, Attribute::pso_precedence, 0);
  settings_object.applies_to = name_list(entry, Attribute::pso_applies_to);
  settings_by_name[settings_object.dn] = static_cast<std::uint32_t>(facts.password_settings.size());
  facts.password_settings.push_back(std::move(settings_object));
}

void FactsBuilder::State::add_trust(const EntryView& entry) {
  Trust trust_object;
  fill(trust_object, entry);
  trust_object.partner = keep(entry, Attribute::trust_partner);
  trust_object.flat_name = keep(entry, Attribute::flat_name);
  trust_object.direction = number(entry, Attribute::trust_direction);
  trust_object.attributes = number(entry, Attribute::trust_attributes);
  trust_object.type = number(entry, Attribute::trust_type);
  trust_object.encryption_types = number(entry, Attribute::encryption_types);
  trust_object.partner_sid = sid(entry, Attribute::security_identifier);
  facts.trusts.push_back(trust_object);
}

void FactsBuilder::State::add_dns_zone(const EntryView& entry) {
  DnsZone zone;
  fill(zone, entry);
  zone.name = facts.text.keep(first_value(entry.dn()));
  for (const auto value : entry.all(Attribute::dns_property)) {
    const auto property = read_dns_property(as_bytes(value));
    if (!property) {
      zone.malformed = true;
      note_malformed(Attribute::dns_property, entry.dn());
    } else if (property->id == DnsProperty::allow_update) {
      zone.allow_update = property->number;
    } else if (property->id == DnsProperty::zone_type) {
      zone.zone_type = property->number;
    }
  }
  facts.dns_zones.push_back(zone);
}

void FactsBuilder::State::add_replica(const EntryView& entry, bool ntfrs) {
  // Subscriptions of other shares say nothing of SYSVOL. Its own have fixed names: "SYSVOL Subscription" (DFSR) and
  // "Domain System Volume (SYSVOL share)" (NTFRS).
  const auto own = first_value(entry.dn());
  if (!starts_with(own, "SYSVOL Subscription") && !starts_with(own, "Domain System Volume")) return;
  SysvolReplica replica;
  fill(replica, entry);
  replica.ntfrs = ntfrs;
  replica.read_only = boolean(entry, Attribute::dfsr_read_only);
  facts.sysvol_replicas.push_back(replica);
}

}  // namespace hygie::directory
