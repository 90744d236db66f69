// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/guid.hpp"
#include "audits/directory/names.hpp"
#include "core/time.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// The plain structs of the directory facts. Attribute names in comments are lDAPDisplayNames (MS-ADA1 to 3).
namespace hygie::directory {

using core::OptionalInstant;

enum class DescriptorRef : std::uint32_t { none = 0xffffffffU };

/// One access control entry (MS-DTYP 2.4.4), generic bits already mapped to the directory's (MS-ADTS 5.1.3.2).
struct Ace {
  enum class Type : std::uint8_t { allow, deny, other };
  SidRef trustee = SidRef::none;
  std::uint32_t mask = 0;
  Type type = Type::other;
  std::uint8_t flags = 0;     // 0x02 container inherit, 0x08 inherit only, 0x10 inherited
  bool generic_bits = false;  // the stored mask held generic bits (ANSSI warning_sd_generic_perm)
  Guid object = {};           // right, property, property set or class; empty: all
  Guid inherited = {};        // only for descendants of this class; empty: all
  [[nodiscard]] bool inherit_only() const { return (flags & 0x08U) != 0; }
  [[nodiscard]] bool is_inherited() const { return (flags & 0x10U) != 0; }
  friend bool operator==(const Ace&, const Ace&) = default;
};

struct SecurityDescriptor {
  SidRef owner = SidRef::none;
  SidRef group = SidRef::none;
  std::uint16_t control = 0;  // 0x0004 DACL present, 0x1000 DACL protected
  bool null_dacl = false;     // no DACL at all: everybody may do everything
  std::vector<Ace> aces = {};
  [[nodiscard]] bool is_protected() const { return (control & 0x1000U) != 0; }
};

/// What every object has. `descriptor` none: it could not be read.
struct Object {
  NameRef dn = NameRef::none;
  DescriptorRef descriptor = DescriptorRef::none;
  OptionalInstant created = {};  // whenCreated
  OptionalInstant changed = {};  // whenChanged
};

// userAccountControl (MS-ADTS 2.2.16).
namespace uac {
inline constexpr std::uint32_t disabled = 0x2, password_not_required = 0x20, reversible = 0x80, normal = 0x200,
                               interdomain_trust = 0x800, workstation = 0x1000, server_trust = 0x2000,
                               dont_expire = 0x10000, smartcard_required = 0x40000, trusted_for_delegation = 0x80000,
                               not_delegated = 0x100000, des_only = 0x200000, no_preauth = 0x400000,
                               protocol_transition = 0x1000000, partial_secrets = 0x4000000;
}  // namespace uac

enum class AccountKind : std::uint8_t {
  user,
  computer,
  managed_service,
  group_managed_service,
  delegated_managed_service,
  trust
};

struct Account : Object {
  AccountKind kind = AccountKind::user;
  bool admin_count = false;       // adminCount = 1
  bool has_admin_count = false;   // the attribute is there, even 0
  bool has_mail = false;          // mail
  bool silo_enforced = false;     // the silo named below has msDS-AuthNPolicySiloEnforced TRUE
  bool laps_readable = false;     // the reader could read a LAPS password of it; the password itself is never kept
  bool must_change = false;       // pwdLastSet = 0
  SidRef sid = SidRef::none;      // objectSid
  SidRef creator = SidRef::none;  // mS-DS-CreatorSID
  DescriptorRef may_act_for = DescriptorRef::none;       // msDS-AllowedToActOnBehalfOfOtherIdentity
  DescriptorRef password_readers = DescriptorRef::none;  // msDS-GroupMSAMembership
  NameRef krbtgt_link = NameRef::none;                   // msDS-KrbTgtLinkBl of a krbtgt_N, msDS-KrbTgtLink of a RODC
  NameRef silo = NameRef::none;                          // msDS-AssignedAuthNPolicySilo
  NameRef managed_by = NameRef::none;                    // managedBy
  NameRef preceded_by = NameRef::none;                   // msDS-ManagedAccountPrecededByLink
  std::optional<std::uint32_t> control;                  // userAccountControl; absent: could not be read
  std::optional<std::uint32_t> primary_group;            // primaryGroupID
  std::optional<std::uint32_t> encryption_types;         // msDS-SupportedEncryptionTypes
  OptionalInstant password_set = {};        // pwdLastSet; absent: unread or "must change" (then must_change)
  OptionalInstant key_set = {};             // last originating change of unicodePwd, from replPropertyMetaData
  OptionalInstant last_logon = {};          // the later of lastLogonTimestamp and lastLogon
  OptionalInstant expires = {};             // accountExpires; absent: never
  OptionalInstant laps_legacy = {};         // ms-Mcs-AdmPwdExpirationTime
  OptionalInstant laps_windows = {};        // msLAPS-PasswordExpirationTime
  std::string_view sam = {};                // sAMAccountName
  std::string_view script = {};             // scriptPath
  std::string_view dns_host = {};           // dNSHostName
  std::string_view system = {};             // operatingSystem
  std::string_view system_version = {};     // operatingSystemVersion, "10.0 (17763)"
  std::vector<std::string_view> spns = {};  // servicePrincipalName

  [[nodiscard]] bool has(std::uint32_t flag) const { return control && (*control & flag) != 0; }
  [[nodiscard]] bool enabled() const { return control && (*control & uac::disabled) == 0; }
  [[nodiscard]] bool is_person() const { return kind == AccountKind::user; }
  [[nodiscard]] bool is_computer() const { return kind == AccountKind::computer; }
  [[nodiscard]] bool is_managed_service() const {
    return kind == AccountKind::managed_service || kind == AccountKind::group_managed_service ||
           kind == AccountKind::delegated_managed_service;
  }
  [[nodiscard]] bool is_server() const { return system.find("Server") != std::string_view::npos; }
};

struct Group : Object {
  SidRef sid = SidRef::none;
  std::uint32_t type = 0;  // groupType; 0x80000000 security
  bool admin_count = false;
  bool has_admin_count = false;
  bool incomplete = false;  // a range of `member` could not be read
  NameRef managed_by = NameRef::none;
  std::string_view sam = {};
  std::vector<NameRef> members = {};
  std::vector<SidRef> sid_history = {};
};

enum class NodeKind : std::uint8_t {
  domain_head,
  configuration_head,
  schema_head,
  domain_dns_head,
  forest_dns_head,
  organizational_unit,
  container,
  builtin,
  admin_sd_holder,
  system_container,
  dpapi_key,
  kds_root_key,
  kds_container,
  dfsr_global,
  dfsr_object,
  microsoft_dns,
  pki_container,
  certification_authority,
  nt_auth,
  issuance_policy,
  site,
  schema_class,
  schema_attribute,
  policies_container,
  extended_right,
  dhcp_server,
  other
};

struct Node : Object {
  NodeKind kind = NodeKind::other;
  std::uint32_t gp_options = 0;   // gPOptions: 1 blocks inheritance
  std::string_view gp_link = {};  // gPLink, as it stands
  NameRef managed_by = NameRef::none;
};

struct Gpo : Object {
  std::string_view display_name = {};
  std::string_view path = {};  // gPCFileSysPath
  std::uint32_t flags = 0;     // 1 user part off, 2 machine part off
  std::uint32_t version = 0;   // versionNumber
  std::string_view wmi_filter = {};
};

/// Durations in seconds; absent: not read. max_age 0: passwords never expire.
struct PasswordRules {
  std::optional<std::uint32_t> min_length;
  std::optional<std::uint32_t> history;
  std::optional<std::int64_t> max_age;
  std::optional<std::int64_t> min_age;
  std::optional<std::uint32_t> lockout_threshold;
  std::optional<std::int64_t> lockout_duration;
  std::optional<std::int64_t> lockout_window;
  std::optional<bool> complexity;
  std::optional<bool> reversible;
};

struct PasswordSettings : Object {
  PasswordRules rules;
  std::uint32_t precedence = 0;
  std::vector<NameRef> applies_to;  // msDS-PSOAppliesTo
};

// trustAttributes (MS-ADTS 6.1.6.7.9) and trustDirection.
namespace trust {
inline constexpr std::uint32_t non_transitive = 0x1, quarantined = 0x4, forest = 0x8, within_forest = 0x20,
                               treat_as_external = 0x40, rc4 = 0x80, no_tgt_delegation = 0x200, tgt_delegation = 0x800;
inline constexpr std::uint32_t inbound = 1, outbound = 2;
}  // namespace trust

struct Trust : Object {
  std::string_view partner = {};  // trustPartner
  std::string_view flat_name = {};
  std::optional<std::uint32_t> direction, attributes, type;
  std::optional<std::uint32_t> encryption_types;
  SidRef partner_sid = SidRef::none;
};

struct DnsZone : Object {
  std::string_view name = {};
  std::optional<std::uint32_t> allow_update;  // dNSProperty 0x02: 0 none, 1 unsecured, 2 secure
  std::optional<std::uint32_t> zone_type;
  bool malformed = false;  // a property could not be decoded
};

struct CertificateTemplate : Object {
  std::string_view name = {}, display_name = {};
  std::uint32_t name_flag = 0, enrolment_flag = 0, private_key_flag = 0, schema_version = 1, ra_signatures = 0;
  bool readable = false;  // the flags were there
  std::vector<std::string_view> extended_usages, application_policies, issuance_policies, ra_policies;
};

struct EnrolmentService : Object {
  std::string_view name = {}, dns_host = {};
  std::vector<std::string_view> templates;
  std::string_view thumbprint = {};  // SHA-256 of its certificate
};

/// CN=Servers of a site, with its NTDS Settings.
struct Server : Object {
  NameRef reference = NameRef::none;  // serverReference: the computer account
  std::string_view dns_host = {};
  bool has_settings = false;               // an nTDSDSA or nTDSDSARO below it
  bool read_only = false;                  // nTDSDSARO
  std::uint32_t options = 0;               // of NTDS Settings; 1: global catalogue
  std::optional<std::uint32_t> behaviour;  // msDS-Behavior-Version of the controller
};

struct Site : Object {
  std::string_view name = {};
  std::string_view gp_link = {};
};
struct Subnet : Object {
  std::string_view prefix = {};  // 192.0.2.0/24
  NameRef site = NameRef::none;
};
struct ForeignPrincipal : Object {
  SidRef sid = SidRef::none;
};
struct RodcSettings {
  NameRef computer = NameRef::none;
  std::vector<NameRef> revealed;          // msDS-RevealedUsers, accounts named
  std::vector<NameRef> reveal_on_demand;  // msDS-RevealOnDemandGroup
  std::vector<NameRef> never_reveal;      // msDS-NeverRevealGroup
};
struct IssuancePolicy : Object {
  std::string_view oid = {};
  NameRef linked_group = NameRef::none;  // msDS-OIDToGroupLink
};
/// A controller's SYSVOL replication: DFSR subscription or NTFRS subscriber.
struct SysvolReplica : Object {
  bool ntfrs = false;
  std::optional<bool> read_only;  // msDFSR-ReadOnly
};
struct DisplaySpecifier {
  NameRef dn = NameRef::none;
  std::string_view menu = {};  // adminContextMenu value that names a path
};

struct SidHistory {
  NameRef holder = NameRef::none;
  SidRef sid = SidRef::none;
};
struct Delegation {  // msDS-AllowedToDelegateTo, one value
  NameRef holder = NameRef::none;
  std::string_view target = {};
};
struct KeyCredential {  // msDS-KeyCredentialLink (MS-ADTS 2.2.20)
  NameRef holder = NameRef::none;
  std::uint8_t usage = 0;   // 1 NGC, 7 FIDO
  std::uint8_t source = 0;  // 0 AD
  OptionalInstant created = {};
  Guid device = {};
  bool malformed = false;
};
struct CertificateFacts {
  enum class Where : std::uint8_t { user, authority, nt_auth, enrolment, aia };
  enum class Key : std::uint8_t { rsa, dsa, ec, other, undecodable };
  NameRef holder = NameRef::none;
  Where where = Where::user;
  Key key = Key::undecodable;
  std::uint32_t bits = 0;
  std::uint32_t exponent = 0;  // RSA; 0xffffffff when larger
  bool roca = false;
  bool self_signed = false;
  std::string_view signature = {};  // "sha256WithRSAEncryption"
  std::string_view subject = {};
  std::string_view thumbprint = {};  // SHA-256, hexadecimal
  OptionalInstant not_before = {}, not_after = {};
};
struct AltIdentity {  // altSecurityIdentities
  NameRef holder = NameRef::none;
  std::string_view mapping = {};
};
/// An attribute that looks as if it held a password. The value itself is never kept.
struct SecretHint {
  NameRef holder = NameRef::none;
  std::string_view attribute = {};  // description, info, comment, userPassword, unixUserPassword ...
  std::string_view pattern = {};    // which rule recognised it
};

struct RootDse {
  std::string_view default_context = {}, configuration_context = {}, schema_context = {}, root_domain_context = {};
  std::vector<std::string_view> contexts, controls, sasl_mechanisms;
  std::string_view dns_host = {};
  std::optional<std::uint32_t> domain_level, forest_level, controller_level;
};

struct DomainHead : Object {
  SidRef sid = SidRef::none;
  std::optional<std::uint32_t> behaviour;  // msDS-Behavior-Version
  std::optional<std::uint32_t> machine_account_quota;
  std::optional<bool> expire_smartcard_passwords;
  std::optional<bool> mixed;
  PasswordRules rules;
  std::string_view gp_link = {};
  std::vector<std::string_view> well_known;  // wellKnownObjects, "B:32:GUID:DN"
  OptionalInstant last_backup = {};          // dSASignature in replPropertyMetaData
  bool password_settings_readable = false;   // msDS-PasswordSettingsContainer was returned; by default only
                                             // administrators see it and the msDS-PasswordSettings below it
  std::string_view netbios = {};
};

struct Forest {
  std::optional<std::uint32_t> behaviour;          // of CN=Partitions
  std::optional<std::string_view> ds_heuristics;   // absent attribute: empty text; absent optional: not read
  std::optional<std::string_view> other_settings;  // msDS-Other-Settings, joined by ';'
  std::optional<std::uint32_t> tombstone_lifetime;
  std::optional<std::uint32_t> forest_revision, domain_revision;  // of the ActiveDirectoryUpdate objects
  bool recycle_bin = false;
  bool exchange = false;
  std::vector<std::string_view> domains;  // dnsRoot of the domains of the forest
};

struct SchemaFacts {
  std::optional<std::uint32_t> version;  // objectVersion of the schema head
  bool laps_legacy = false, laps_windows = false;
  Guid laps_legacy_guid = {}, laps_windows_guid = {}, laps_encrypted_guid = {};
  struct Class {
    NameRef dn = NameRef::none;
    std::string_view name = {}, default_sd = {}, parent = {};
    Guid id = {};
    std::vector<std::string_view> superiors;  // possSuperiors (not the system ones)
  };
  std::vector<Class> classes;
};

}  // namespace hygie::directory
