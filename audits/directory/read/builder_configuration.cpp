// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/builder_state.hpp"
#include "audits/directory/read/dn_values.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

constexpr std::uint32_t cross_reference_of_domain = 0x2;  // systemFlags (MS-ADTS 6.1.1.2.1.1.2)
constexpr std::uint32_t default_tombstone_days = 60;      // when the attribute has no value (MS-ADTS 6.1.1.2.4.1.1)

}  // namespace

void FactsBuilder::State::add_directory_service(const EntryView& entry) {
  configuration_seen = true;
  auto& forest = facts.forest;
  forest.ds_heuristics = keep(entry, Attribute::ds_heuristics);
  std::string joined;
  for (const auto value : entry.all(Attribute::other_settings)) {
    if (!joined.empty()) joined += ';';
    joined += value;
  }
  forest.other_settings = facts.text.keep(joined);
  forest.tombstone_lifetime = number_or(entry, Attribute::tombstone_lifetime, default_tombstone_days);
  add_node(entry, NodeKind::other);
}

void FactsBuilder::State::add_partitions(const EntryView& entry) {
  configuration_seen = true;
  facts.forest.behaviour = number(entry, Attribute::behaviour_version);
  constexpr std::string_view recycle_bin = "CN=Recycle Bin Feature,";
  for (const auto value : entry.all(Attribute::enabled_feature)) {
    const auto dn = plain_dn(value);
    if (same_name(dn.substr(0, recycle_bin.size()), recycle_bin)) facts.forest.recycle_bin = true;
  }
  add_node(entry, NodeKind::other);
}

void FactsBuilder::State::add_cross_reference(const EntryView& entry) {
  if ((number_or(entry, Attribute::system_flags, 0) & cross_reference_of_domain) == 0) return;
  if (entry.has(Attribute::dns_root)) facts.forest.domains.push_back(keep(entry, Attribute::dns_root));
  partitions.push_back({name(entry, Attribute::nc_name), keep(entry, Attribute::netbios_name)});
}

void FactsBuilder::State::add_server(const EntryView& entry) {
  Server server;
  fill(server, entry);
  server.reference = name(entry, Attribute::server_reference);
  server.dns_host = keep(entry, Attribute::dns_host_name);
  facts.servers.push_back(server);
}

void FactsBuilder::State::add_ntds_settings(const EntryView& entry, bool read_only) {
  settings.push_back({facts.names.intern(parent_name(entry.dn())), read_only, number_or(entry, Attribute::options, 0),
                      number(entry, Attribute::behaviour_version)});
}

void FactsBuilder::State::add_site(const EntryView& entry) {
  add_node(entry, NodeKind::site);
  Site site;
  fill(site, entry);
  site.name = facts.text.keep(first_value(entry.dn()));
  site.gp_link = facts.nodes.back().gp_link;
  facts.sites.push_back(site);
}

void FactsBuilder::State::add_subnet(const EntryView& entry) {
  Subnet subnet;
  fill(subnet, entry);
  subnet.prefix = facts.text.keep(first_value(entry.dn()));
  subnet.site = name(entry, Attribute::site_object);
  facts.subnets.push_back(subnet);
}

void FactsBuilder::State::add_silo(const EntryView& entry) {
  silos[facts.names.intern(entry.dn())] = boolean(entry, Attribute::silo_enforced).value_or(false);
  add_node(entry, NodeKind::other);
}

void FactsBuilder::State::add_display_specifier(const EntryView& entry) {
  for (const auto attribute : {Attribute::admin_context_menu, Attribute::context_menu, Attribute::shell_context_menu}) {
    for (const auto value : entry.all(attribute)) {
      // "order,{CLSID}" names registered code, "order,label,program" a program: one of Windows unless it has a path.
      const auto comma = value.find(',');
      const auto program = comma == std::string_view::npos ? comma : value.find(',', comma + 1);
      if (program == std::string_view::npos || value.find_first_of("\\/", program) == std::string_view::npos) continue;
      facts.display_specifiers.push_back({facts.names.intern(entry.dn()), facts.text.keep(value)});
    }
  }
}

void FactsBuilder::State::add_schema_head(const EntryView& entry) {
  schema_seen = true;
  schema_head = facts.names.intern(entry.dn());
  facts.schema.version = number(entry, Attribute::object_version);
  add_node(entry, NodeKind::schema_head);
}

void FactsBuilder::State::add_schema_class(const EntryView& entry) {
  add_node(entry, NodeKind::schema_class);
  SchemaFacts::Class one;
  one.dn = facts.nodes.back().dn;
  one.name = keep(entry, Attribute::ldap_display_name);
  one.default_sd = keep(entry, Attribute::default_descriptor);
  one.parent = keep(entry, Attribute::sub_class_of);
  if (entry.has(Attribute::schema_id_guid)) {
    const auto id = Guid::from_bytes(as_bytes(entry.first(Attribute::schema_id_guid)));
    if (id)
      one.id = *id;
    else
      note_malformed(Attribute::schema_id_guid, entry.dn());
  }
  one.superiors = keep_all(entry, Attribute::poss_superiors);
  facts.schema.classes.push_back(std::move(one));
}

void FactsBuilder::State::add_schema_attribute(const EntryView& entry) {
  add_node(entry, NodeKind::schema_attribute);
  auto& schema = facts.schema;
  const auto own = entry.first(Attribute::ldap_display_name);
  const auto id = Guid::from_bytes(as_bytes(entry.first(Attribute::schema_id_guid))).value_or(Guid{});
  if (same_name(own, "ms-Mcs-AdmPwd")) {
    schema.laps_legacy = true;
    schema.laps_legacy_guid = id;
  } else if (same_name(own, "msLAPS-Password")) {
    schema.laps_windows = true;
    schema.laps_windows_guid = id;
  } else if (same_name(own, "msLAPS-EncryptedPassword")) {
    schema.laps_windows = true;
    schema.laps_encrypted_guid = id;
  }
}

}  // namespace hygie::directory
