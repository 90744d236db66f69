// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/read/attributes.hpp"
#include "audits/directory/read/builder.hpp"
#include "audits/directory/read/bytes.hpp"

#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

/// What the parts of FactsBuilder share; nobody else includes it.
namespace hygie::directory {

/// Object classes that decide what an entry becomes, the more special ones last: an entry becomes what its last class
/// says.
enum class Class : std::uint8_t {
  unknown,
  container,
  other_node,
  dfsr_object,
  exchange,
  domain,
  configuration,
  schema_head,
  unit,
  builtin,
  policy,
  password_settings,
  trusted_domain,
  dns_zone,
  secret,
  kds_root_key,
  dfsr_global,
  dfsr_subscription,
  ntfrs_subscriber,
  dhcp_server,
  extended_right,
  schema_class,
  schema_attribute,
  certificate_template,
  enrolment_service,
  certification_authority,
  enterprise_oid,
  server,
  ntds_settings,
  ntds_settings_read_only,
  site,
  subnet,
  foreign_principal,
  display_specifier,
  cross_reference,
  cross_reference_container,
  directory_service,
  silo,
  group,
  user,
  computer,
  managed_service,
  group_managed_service,
  delegated_managed_service
};

/// One entry with its attributes by number.
class EntryView {
 public:
  using Values = std::span<const std::string_view>;
  explicit EntryView(const RawEntry& entry);
  [[nodiscard]] Values all(Attribute attribute) const { return values_[static_cast<std::size_t>(attribute)]; }
  [[nodiscard]] bool has(Attribute attribute) const { return !all(attribute).empty(); }
  [[nodiscard]] std::string_view first(Attribute attribute) const {
    return has(attribute) ? all(attribute).front() : std::string_view{};
  }
  [[nodiscard]] std::string_view dn() const { return dn_; }
  [[nodiscard]] std::span<const RawAttribute> raw() const { return raw_; }

 private:
  std::string_view dn_;
  std::span<const RawAttribute> raw_;
  std::array<Values, attribute_count> values_{};
};

/// "member;range=0-1499": true and whether it is the last one ("0-*"); false when there is no range.
bool has_range(std::string_view attribute_name, bool& complete);

struct FactsBuilder::State {
  explicit State(Origin origin);

  // builder.cpp: entries and finish
  void add(const EntryView& entry, Class what);
  void finish_root();
  void finish_domain();
  void finish_servers();
  void finish_silos();
  void finish_ranges();
  void finish_gaps();
  void part_gap(Part part, bool present, const std::string& why);

  // builder_values.cpp: values
  void note_malformed(Attribute attribute, std::string_view dn);
  std::string_view keep(const EntryView& entry, Attribute attribute);
  std::vector<std::string_view> keep_all(const EntryView& entry, Attribute attribute);
  std::optional<std::int64_t> integer(const EntryView& entry, Attribute attribute);
  std::optional<std::uint32_t> number(const EntryView& entry, Attribute attribute);
  std::uint32_t number_or(const EntryView& entry, Attribute attribute, std::uint32_t fallback);
  std::optional<bool> boolean(const EntryView& entry, Attribute attribute);
  std::optional<std::int64_t> interval(const EntryView& entry, Attribute attribute);
  OptionalInstant filetime(const EntryView& entry, Attribute attribute);
  OptionalInstant time(const EntryView& entry, Attribute attribute);
  OptionalInstant changed(const EntryView& entry, std::uint32_t attribute_id);
  NameRef name(const EntryView& entry, Attribute attribute);
  std::vector<NameRef> name_list(const EntryView& entry, Attribute attribute);
  NameRef value_name(std::string_view value);
  SidRef sid(const EntryView& entry, Attribute attribute);
  DescriptorRef descriptor(const EntryView& entry, Attribute attribute);
  void fill(Object& object, const EntryView& entry);

  // builder_accounts.cpp
  void add_account(const EntryView& entry, AccountKind kind);
  void add_account_extras(const EntryView& entry, Account& account);
  void add_group(const EntryView& entry);
  void add_rodc(const EntryView& entry, const Account& account);
  void add_sid_history(const EntryView& entry, NameRef holder, Group* group);
  void add_secret_hints(const EntryView& entry, NameRef holder);
  void add_foreign_principal(const EntryView& entry);

  // builder_structure.cpp
  void add_node(const EntryView& entry, NodeKind kind);
  void add_container(const EntryView& entry);
  void add_domain(const EntryView& entry);
  PasswordRules domain_rules(const EntryView& entry);
  void add_policy(const EntryView& entry);
  void add_password_settings(const EntryView& entry);
  void add_trust(const EntryView& entry);
  void add_dns_zone(const EntryView& entry);
  void add_replica(const EntryView& entry, bool ntfrs);

  // builder_configuration.cpp
  void add_directory_service(const EntryView& entry);
  void add_partitions(const EntryView& entry);
  void add_cross_reference(const EntryView& entry);
  void add_server(const EntryView& entry);
  void add_ntds_settings(const EntryView& entry, bool read_only);
  void add_site(const EntryView& entry);
  void add_subnet(const EntryView& entry);
  void add_silo(const EntryView& entry);
  void add_display_specifier(const EntryView& entry);
  void add_schema_head(const EntryView& entry);
  void add_schema_class(const EntryView& entry);
  void add_schema_attribute(const EntryView& entry);

  // builder_pki.cpp
  void add_certificates(const EntryView& entry, Attribute attribute, CertificateFacts::Where where, NameRef holder);
  void add_template(const EntryView& entry);
  void add_enrolment_service(const EntryView& entry);
  void add_authority(const EntryView& entry);
  void add_enterprise_oid(const EntryView& entry);

  DirectoryFacts facts;
  std::size_t entries = 0;
  bool time_given = false;
  std::vector<bool> seen;  // by NameRef
  std::unordered_map<std::string_view, DescriptorRef> descriptors_by_bytes;
  TextArena descriptor_bytes;
  std::size_t without_descriptor = 0, with_descriptor = 0, without_class = 0;
  std::string first_without_descriptor, first_without_class;
  struct Malformed {
    std::size_t count = 0;
    std::string first;
  };
  std::map<Attribute, Malformed> malformed;

  // Joined at finish, because the two sides come in any order.
  std::vector<DomainHead> heads;
  struct Partition {
    NameRef context;
    std::string_view netbios;
  };
  std::vector<Partition> partitions;
  struct Settings {
    NameRef server = NameRef::none;
    bool read_only = false;
    std::uint32_t options = 0;
    std::optional<std::uint32_t> behaviour;
  };
  std::vector<Settings> settings;
  std::unordered_map<NameRef, bool> silos;
  std::unordered_map<NameRef, std::uint32_t> groups_by_name, rodcs_by_name, settings_by_name;
  std::map<std::pair<NameRef, Attribute>, bool> ranges;  // complete?
  bool configuration_seen = false, schema_seen = false, domain_dns_seen = false, forest_dns_seen = false;
  bool settings_container_seen = false;
  NameRef configuration_head = NameRef::none, schema_head = NameRef::none;
};

}  // namespace hygie::directory
