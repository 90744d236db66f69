// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <fmt/format.h>
#include <array>

namespace hygie::test {

using namespace directory;
using std::chrono::days;

namespace {

/// Descriptor 0: owned by Domain Admins, protected, full control to tier zero alone, read to authenticated users.
void add_descriptor(DirectoryFacts& facts) {
  SecurityDescriptor descriptor;
  descriptor.owner = sid(facts, fmt::format("{}-512", domain_sid));
  descriptor.group = descriptor.owner;
  descriptor.control = 0x9004;
  const auto allow = [&](std::string_view trustee, std::uint32_t mask) {
    descriptor.aces.push_back({.trustee = sid(facts, trustee), .mask = mask, .type = Ace::Type::allow});
  };
  allow("S-1-5-18", rights::full_control);
  allow("S-1-5-32-544", rights::full_control);
  allow(fmt::format("{}-512", domain_sid), rights::full_control);
  allow("S-1-5-11", rights::read_property | rights::list | rights::read_control);
  facts.descriptors.push_back(std::move(descriptor));
}

void add_default_groups(DirectoryFacts& facts) {
  using namespace well_known;
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 17> domain_groups{
      {{498, "Enterprise Read-only Domain Controllers"},
       {512, "Domain Admins"},
       {513, "Domain Users"},
       {514, "Domain Guests"},
       {515, "Domain Computers"},
       {516, "Domain Controllers"},
       {517, "Cert Publishers"},
       {518, "Schema Admins"},
       {519, "Enterprise Admins"},
       {520, "Group Policy Creator Owners"},
       {521, "Read-only Domain Controllers"},
       {525, "Protected Users"},
       {526, "Key Admins"},
       {527, "Enterprise Key Admins"},
       {571, "Allowed RODC Password Replication Group"},
       {572, "Denied RODC Password Replication Group"},
       {1101, "DnsAdmins"}}};
  for (const auto& [rid, name] : domain_groups) {
    Group& group = add_group(facts, name, rid);
    group.dn = facts.names.intern(fmt::format("CN={},CN=Users,{}", name, domain_dn));
  }
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 9> builtin_groups{
      {{544, "Administrators"},
       {545, "Users"},
       {546, "Guests"},
       {548, "Account Operators"},
       {549, "Server Operators"},
       {550, "Print Operators"},
       {551, "Backup Operators"},
       {552, "Replicator"},
       {554, "Pre-Windows 2000 Compatible Access"}}};
  for (const auto& [rid, name] : builtin_groups) {
    Group& group = add_group(facts, name, rid);
    group.dn = facts.names.intern(fmt::format("CN={},CN=Builtin,{}", name, domain_dn));
    group.sid = facts.sids.intern(builtin(rid));
  }
  add_member(facts, builtin_group(facts, builtin_administrators), domain_group(facts, rid_domain_admins).dn);
  add_member(facts, builtin_group(facts, builtin_administrators), domain_group(facts, rid_enterprise_admins).dn);
  for (auto& group : facts.groups)
    if (const auto rid = facts.sid(group.sid).rid(); rid == 512 || rid == 516 || rid == 518 || rid == 519 ||
                                                     rid == 526 || rid == 527 ||
                                                     (rid >= 544 && rid <= 551 && rid != 545 && rid != 546))
      group.admin_count = group.has_admin_count = true;
}

void add_controllers(DirectoryFacts& facts) {
  for (const std::uint32_t i : {1U, 2U}) {
    Account& controller = add_computer(facts, fmt::format("DC{}$", i), 1000 + i, "Windows Server 2022 Standard");
    controller.dn = facts.names.intern(fmt::format("CN=DC{},OU=Domain Controllers,{}", i, domain_dn));
    controller.control = uac::server_trust | uac::trusted_for_delegation;
    controller.primary_group = well_known::rid_domain_controllers;
    controller.dns_host = facts.text.keep(fmt::format("dc{}.hopital.test", i));
    controller.spns = {facts.text.keep(fmt::format("HOST/dc{}.hopital.test", i)),
                       facts.text.keep(fmt::format("ldap/dc{}.hopital.test", i))};
    const auto reference = controller.dn;
    Server& server = facts.servers.emplace_back();
    server.dn =
        facts.names.intern(fmt::format("CN=DC{},CN=Servers,CN=Siege,CN=Sites,CN=Configuration,{}", i, domain_dn));
    server.reference = reference;
    server.descriptor = DescriptorRef{0};
    server.dns_host = facts.text.keep(fmt::format("dc{}.hopital.test", i));
    server.has_settings = true;
    server.behaviour = 7;
  }
}

void add_people_and_machines(DirectoryFacts& facts) {
  Account& administrator = add_user(facts, "Administrator", well_known::rid_administrator);
  administrator.dn = facts.names.intern(fmt::format("CN=Administrator,CN=Users,{}", domain_dn));
  administrator.control = uac::normal | uac::not_delegated | uac::disabled;
  administrator.admin_count = administrator.has_admin_count = true;
  administrator.last_logon = facts.collected_at - days{200};
  administrator.silo_enforced = true;
  const auto built_in = administrator.dn;
  add_member(facts, builtin_group(facts, well_known::builtin_administrators), built_in);
  add_member(facts, domain_group(facts, well_known::rid_protected_users), built_in);
  Account& guest = add_user(facts, "Guest", well_known::rid_guest);
  guest.dn = facts.names.intern(fmt::format("CN=Guest,CN=Users,{}", domain_dn));
  guest.control = uac::normal | uac::disabled;
  guest.primary_group = well_known::rid_domain_guests;
  Account& krbtgt = add_user(facts, "krbtgt", well_known::rid_krbtgt);
  krbtgt.dn = facts.names.intern(fmt::format("CN=krbtgt,CN=Users,{}", domain_dn));
  krbtgt.control = uac::normal | uac::disabled;
  krbtgt.admin_count = krbtgt.has_admin_count = true;
  add_administrator(facts, "adm.securite", 1110);
  for (std::uint32_t i = 0; i < 20; ++i) add_user(facts, fmt::format("agent{:02}", i), 1200 + i);
  for (std::uint32_t i = 0; i < 5; ++i)
    add_computer(facts, fmt::format("POSTE{:02}$", i), 1300 + i, "Windows 11 Enterprise").laps_windows =
        facts.collected_at + days{10};
  add_computer(facts, "SRV-FICHIERS$", 1320, "Windows Server 2022 Standard").laps_windows =
      facts.collected_at + days{10};
}

void add_heads(DirectoryFacts& facts) {
  const auto below = [](std::string_view name) { return fmt::format("{},{}", name, domain_dn); };
  facts.domain.dn = facts.names.intern(domain_dn);
  facts.domain.descriptor = DescriptorRef{0};
  facts.domain.created = facts.collected_at - days{300};
  add_node(facts, NodeKind::domain_head, domain_dn);
  add_node(facts, NodeKind::configuration_head, below("CN=Configuration"));
  add_node(facts, NodeKind::schema_head, below("CN=Schema,CN=Configuration"));
  add_node(facts, NodeKind::domain_dns_head, below("DC=DomainDnsZones"));
  add_node(facts, NodeKind::forest_dns_head, below("DC=ForestDnsZones"));
  add_node(facts, NodeKind::admin_sd_holder, below("CN=AdminSDHolder,CN=System"));
  add_node(facts, NodeKind::system_container, below("CN=System"));
  add_node(facts, NodeKind::policies_container, below("CN=Policies,CN=System"));
  add_node(facts, NodeKind::microsoft_dns, below("CN=MicrosoftDNS,CN=System"));
  add_node(facts, NodeKind::dfsr_global, below("CN=DFSR-GlobalSettings,CN=System"));
  add_node(facts, NodeKind::kds_container,
           below("CN=Master Root Keys,CN=Group Key Distribution Service,CN=Services,CN=Configuration"));
  add_node(facts, NodeKind::pki_container, below("CN=Public Key Services,CN=Services,CN=Configuration"));
  add_node(facts, NodeKind::nt_auth,
           below("CN=NTAuthCertificates,CN=Public Key Services,CN=Services,CN=Configuration"));
  add_node(facts, NodeKind::site, below("CN=Siege,CN=Sites,CN=Configuration"));
  add_node(facts, NodeKind::container, below("CN=Users"));
  add_node(facts, NodeKind::container, below("CN=Computers"));
  for (const auto* unit : {"OU=Domain Controllers", "OU=Personnel", "OU=Groupes"})
    add_node(facts, NodeKind::organizational_unit, below(unit));
}

void add_settings(DirectoryFacts& facts) {
  auto& domain = facts.domain;
  domain.behaviour = 7;
  domain.machine_account_quota = 0;
  domain.expire_smartcard_passwords = true;
  domain.mixed = false;
  domain.rules = {.min_length = 20,
                  .history = 24,
                  .max_age = 365L * 86400,
                  .min_age = 86400,
                  .lockout_threshold = 10,
                  .lockout_duration = 1800,
                  .lockout_window = 1800,
                  .complexity = true,
                  .reversible = false};
  domain.last_backup = facts.collected_at - days{1};
  domain.netbios = "HOPITAL";
  domain.password_settings_readable = true;
  facts.forest.behaviour = 7;
  facts.forest.ds_heuristics = "00000000010000000002000000011";
  facts.forest.other_settings = "DenyUnauthenticatedBind=1";
  facts.forest.tombstone_lifetime = 180;
  facts.forest.forest_revision = 16;
  facts.forest.domain_revision = 16;
  facts.forest.recycle_bin = true;
  facts.forest.domains = {"hopital.test"};
  facts.schema.version = 88;
  facts.schema.laps_windows = true;
  facts.schema.laps_windows_guid = Guid::from_text("9f3a4b5c-0001-4000-8000-000000000001").value();
}

/// What the checks on rights look at besides: keys, units that inherit and are kept from deletion by mistake, the list
/// that read-only controllers may never hold.
void add_rights(DirectoryFacts& facts) {
  add_node(facts, NodeKind::dpapi_key,
           fmt::format("CN=BCKUPKEY_11112222-3333-4444-5555-666677778888 Secret,CN=System,{}", domain_dn));
  auto& top = facts.schema.classes.emplace_back();
  top.dn = facts.names.intern(fmt::format("CN=Top,CN=Schema,CN=Configuration,{}", domain_dn));
  top.name = top.parent = "top";
  SecurityDescriptor unit = facts.descriptors.front();
  unit.control = 0x8004;
  unit.aces.insert(
      unit.aces.begin(),
      {.trustee = sid(facts, "S-1-1-0"), .mask = rights::delete_object | rights::delete_tree, .type = Ace::Type::deny});
  const DescriptorRef ref{static_cast<std::uint32_t>(facts.descriptors.size())};
  facts.descriptors.push_back(std::move(unit));
  for (auto& node : facts.nodes)
    if (node.kind == NodeKind::organizational_unit) node.descriptor = ref;
  for (const std::uint32_t rid : {512U, 516U, 517U, 518U, 519U, 520U, 521U})
    add_member(facts, domain_group(facts, well_known::rid_rodc_denied), domain_group(facts, rid).dn);
  add_member(facts, domain_group(facts, well_known::rid_rodc_denied), account(facts, "krbtgt").dn);
}

void add_sysvol_and_zones(DirectoryFacts& facts) {
  for (const auto* controller : {"DC1", "DC2"}) {
    SysvolReplica& replica = facts.sysvol_replicas.emplace_back();
    replica.dn = facts.names.intern(
        fmt::format("CN=SYSVOL Subscription,CN=Domain System Volume,CN=DFSR-LocalSettings,CN={},OU=Domain "
                    "Controllers,{}",
                    controller, domain_dn));
    replica.descriptor = DescriptorRef{0};
    replica.read_only = false;
  }
  for (const auto* name : {"hopital.test", "_msdcs.hopital.test", "2.0.192.in-addr.arpa"}) {
    DnsZone& zone = facts.dns_zones.emplace_back();
    zone.dn = facts.names.intern(fmt::format("DC={},CN=MicrosoftDNS,DC=DomainDnsZones,{}", name, domain_dn));
    zone.descriptor = DescriptorRef{0};
    zone.name = name;
    zone.zone_type = 1;
    zone.allow_update = 2;
  }
  for (const auto& [guid, place] : {std::pair{"A9D1CA15768811D1ADED00C04FD8D5CD", "CN=Users"},
                                    std::pair{"AA312825768811D1ADED00C04FD8D5CD", "CN=Computers"},
                                    std::pair{"A361B2FFFFD211D1AA4B00C04FD7D83A", "OU=Domain Controllers"}})
    facts.domain.well_known.push_back(facts.text.keep(fmt::format("B:32:{}:{},{}", guid, place, domain_dn)));
}

/// One authority, trusted for logon, that publishes one template: machines enrol for themselves, under their own name.
void add_public_key_services(DirectoryFacts& facts) {
  EnrolmentService& service = facts.enrolment_services.emplace_back();
  service.dn = facts.names.intern(fmt::format(
      "CN=AC Hopital,CN=Enrollment Services,CN=Public Key Services,CN=Services,CN=Configuration,{}", domain_dn));
  service.descriptor = DescriptorRef{0};
  service.name = "AC Hopital";
  service.dns_host = "pki.hopital.test";
  service.templates = {"PosteHopital"};
  service.thumbprint = "aa11";
  CertificateTemplate& machine = facts.templates.emplace_back();
  machine.dn = facts.names.intern(fmt::format(
      "CN=PosteHopital,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,{}", domain_dn));
  machine.descriptor = DescriptorRef{0};
  machine.name = machine.display_name = "PosteHopital";
  machine.schema_version = 2;
  machine.readable = true;
  machine.extended_usages = {"1.3.6.1.5.5.7.3.2"};
  grant(facts, machine, sid(facts, fmt::format("{}-515", domain_sid)), rights::control_access, rights::enroll);
  CertificateFacts& authority = facts.certificates.emplace_back();
  authority.holder = facts.names.intern(
      fmt::format("CN=NTAuthCertificates,CN=Public Key Services,CN=Services,CN=Configuration,{}", domain_dn));
  authority.where = CertificateFacts::Where::nt_auth;
  authority.key = CertificateFacts::Key::rsa;
  authority.bits = 4096;
  authority.exponent = 65537;
  authority.self_signed = true;
  authority.signature = "sha256WithRSAEncryption";
  authority.subject = "CN=AC Hopital";
  authority.thumbprint = "aa11";
  authority.not_before = facts.collected_at - days{100};
  authority.not_after = facts.collected_at + days{3000};
  facts.certificates.push_back(authority);
  facts.certificates.back().where = CertificateFacts::Where::authority;
  facts.certificates.back().holder = facts.names.intern(fmt::format(
      "CN=AC Hopital,CN=Certification Authorities,CN=Public Key Services,CN=Services,CN=Configuration,{}", domain_dn));
}

}  // namespace

DirectoryFacts healthy_directory() {
  using namespace std::chrono_literals;
  DirectoryFacts facts;
  facts.collected_at = std::chrono::sys_days{std::chrono::year{2026} / 11 / 25} + 8h;
  facts.origin = {.name = "hopital.test",
                  .source = "ldap",
                  .server = "dc1.hopital.test",
                  .reader = "lecteur@hopital.test",
                  .protected_channel = true};
  facts.root.default_context = facts.root.root_domain_context = domain_dn;
  facts.domain.sid = sid(facts, domain_sid);
  add_descriptor(facts);
  add_heads(facts);
  add_settings(facts);
  add_default_groups(facts);
  add_controllers(facts);
  add_people_and_machines(facts);
  Site& site = facts.sites.emplace_back();
  site.dn = facts.names.intern(fmt::format("CN=Siege,CN=Sites,CN=Configuration,{}", domain_dn));
  site.name = "Siege";
  Subnet& subnet = facts.subnets.emplace_back();
  subnet.dn = facts.names.intern(fmt::format("CN=192.0.2.0/24,CN=Subnets,CN=Sites,CN=Configuration,{}", domain_dn));
  subnet.prefix = "192.0.2.0/24";
  subnet.site = facts.sites.front().dn;
  add_rights(facts);
  add_sysvol_and_zones(facts);
  add_public_key_services(facts);
  derive(facts);
  return facts;
}

}  // namespace hygie::test
