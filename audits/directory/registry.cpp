// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/registry.hpp"

#include "audits/directory/checks/support.hpp"
#include "core/embedded.hpp"

namespace hygie::directory {
namespace {

HYGIE_EMBEDDED(catalogue_directory)

const std::vector<Check>& table() {
  using enum Part;
  static const std::vector<Check> checks{
      // kerberos
      {"DIR-KRBTGT-AGE", &krbtgt_password_age, {domain}},
      {"DIR-KRB-NO-PREAUTH", &kerberos_no_preauth, {domain}},
      {"DIR-KRB-DES-ONLY", &kerberos_des_only, {domain}},
      {"DIR-KRB-DES-TYPES", &kerberos_des_types, {domain}},
      {"DIR-KRB-NO-AES", &kerberos_no_aes, {domain}},
      {"DIR-KRB-OLD-SERVICE-PASSWORD", &kerberoastable, {domain}},
      {"DIR-AZURE-SSO-PASSWORD", &azure_sso_password_age, {domain}},
      {"DIR-MSA-PASSWORD-AGE", &managed_service_password_age, {domain}},
      // permissions
      {"DIR-ACL-PARTITION-HEADS",
       &permissions_naming_context,
       {domain, configuration, schema, domain_dns, forest_dns, descriptors}},
      {"DIR-ACL-ADMINSDHOLDER", &permissions_adminsdholder, {domain, descriptors}},
      {"DIR-ACL-CONTROLLERS", &permissions_dc, {domain, descriptors}},
      {"DIR-ACL-DFSR", &permissions_dfsr_sysvol, {domain, descriptors}},
      {"DIR-ACL-DPAPI", &permissions_dpapi, {domain, descriptors}},
      {"DIR-ACL-GMSA-KEYS", &permissions_gmsa_keys, {domain, configuration, descriptors}},
      {"DIR-ACL-SCHEMA", &permissions_schema, {schema, descriptors}},
      {"DIR-ACL-DNS-SERVER", &permissions_msdns, {domain, descriptors}},
      // pki_rights
      {"DIR-ACL-PKI", &adcs_control, {configuration, descriptors}},
      {"DIR-ACL-CERTIFICATE-TEMPLATES", &adcs_template_control, {configuration, descriptors}},
      // tier_zero
      {"DIR-ACL-PRIVILEGED", &privileged_members_perm, {domain, descriptors}},
      {"DIR-ACL-PRIVILEGED-PLACES", &permissions_gpo_container_priv, {domain, configuration, descriptors}},
      {"DIR-ACL-PRIVILEGED-GPO", &permissions_gpo_priv, {domain, configuration, descriptors}},
      {"DIR-PRIVILEGED-UNPROTECTED", &privileged_members_no_adminsdholder, {domain, descriptors}},
      {"DIR-ADMINSDHOLDER-INHERITS", &sd_adminsdholder_protec, {domain, descriptors}},
      {"DIR-CONTROLLER-OWNER", &dc_owner, {domain, descriptors}},
      {"DIR-DCSYNC-HOLDERS", &dcsync_holders, {domain, descriptors}},
      // descriptors
      {"DIR-OBJECT-OWNER", &owner, {domain, descriptors}},
      {"DIR-ANONYMOUS-CONTROL", &sd_anonymous_control, {domain, descriptors}},
      {"DIR-DENY-READ", &sd_deny_read, {domain, descriptors}},
      {"DIR-GENERIC-RIGHTS", &sd_generic_perm, {domain, descriptors}},
      {"DIR-UNIT-DELETION", &unprotected_ou, {domain, descriptors}},
      {"DIR-UNIT-INHERITANCE", &sd_protected_ou, {domain, descriptors}},
      // rodc
      {"DIR-RODC-REVEALED", &rodc_priv_revealed, {domain}},
      {"DIR-RODC-NEVER-REVEAL", &rodc_never_reveal, {domain}},
      {"DIR-RODC-REVEAL", &rodc_reveal, {domain}},
      {"DIR-RODC-ALLOWED-GROUP", &rodc_allowed_group, {domain}},
      {"DIR-RODC-DENIED-GROUP", &rodc_denied_group, {domain}},
      {"DIR-RODC-ORPHAN-KRBTGT", &rodc_orphan_krbtgt, {domain}},
      {"DIR-RODC-SYSVOL-WRITE", &rodc_sysvol_write, {domain}},
      // delegations
      {"DIR-FAULTY-PREPARATION", &adupdate_bad, {domain}},
      {"DIR-KEY-ADMINS-CONTROL", &enterprise_key_admins, {domain, descriptors}},
      {"DIR-DELEGATION-EVERYONE", &delegation_everyone, {domain, configuration, descriptors}},
      {"DIR-DANGEROUS-EXTENDED-RIGHTS", &dangerous_extended_right, {domain, descriptors}},
      {"DIR-UNKNOWN-TRUSTEES", &unknown_trustees, {domain, descriptors}},
      {"DIR-EXCHANGE-DOMAIN-CONTROL", &exchange_privesc, {domain, configuration, descriptors}},
      {"DIR-EXCHANGE-ADMINSDHOLDER", &exchange_adminsdholder, {domain, configuration, descriptors}},
      // secret_rights
      {"DIR-BAD-SUCCESSOR", &bad_successor, {domain, schema, descriptors}},
      {"DIR-GMSA-PASSWORD-READERS", &gmsa_password_readers, {domain}},
      {"DIR-KEY-CREDENTIAL-WRITERS", &key_credential_writers, {domain, descriptors}},
      {"DIR-LAPS-PASSWORD-READERS", &laps_password_readers, {domain, schema, descriptors}},
      {"DIR-LAPS-JOINED-COMPUTERS", &laps_joined_computers, {domain, schema, descriptors}},
      {"DIR-DNS-RECORD-CREATION", &dns_zone_create_child, {domain, domain_dns, forest_dns, descriptors}},
      {"DIR-LAPS-DELEGATED-READERS", &laps_delegated_readers, {domain, schema, descriptors}},
      // gpo
      {"DIR-GPO-OWNER", &gpo_owner, {domain, descriptors}},
      {"DIR-GPO-EVERYONE-WRITE", &gpo_everyone_write, {domain, descriptors}},
      {"DIR-GPO-DEAD-LINKS", &gpo_dead_links, {domain}},
      {"DIR-CONTROLLERS-BLOCK-POLICIES", &dc_unit_blocks_inheritance, {domain}},
      // schema
      {"DIR-SCHEMA-CONTAINERS", &schema_poss_superiors, {schema}},
      {"DIR-SCHEMA-DEFAULT-RIGHTS", &schema_default_rights, {schema}},
      // privileged_membership
      {"DIR-CRITICAL-OBJECTS", &critical_objects, {domain}},
      {"DIR-DNSADMINS-CONTROL", &dnsadmins_control, {domain, descriptors}},
      {"DIR-DNSADMINS-MEMBERS", &dnsadmins_members, {domain}},
      {"DIR-PRIV-OPERATORS", &operators_empty, {domain}},
      {"DIR-PRIV-DISABLED", &privileged_disabled, {domain}},
      {"DIR-PRIV-FOREIGN", &privileged_foreign, {domain}},
      {"DIR-PRIV-NUMBER", &privileged_number, {domain}},
      {"DIR-PRIV-SCHEMA-ADMINS", &schema_admins_empty, {domain}},
      // privileged_protection
      {"DIR-ADMINCOUNT-LEFTOVER", &admincount_leftover, {domain}},
      {"DIR-PRIV-DELEGATABLE", &privileged_delegatable, {domain}},
      {"DIR-PRIV-DESCRIPTOR-UNREAD", &privileged_descriptor_unread, {domain, descriptors}},
      {"DIR-PRIV-LOGON-SCRIPT", &privileged_logon_script, {domain}},
      {"DIR-PRIV-MAIL", &privileged_mail, {domain}},
      {"DIR-PRIV-NO-ADMINCOUNT", &privileged_no_admincount, {domain}},
      {"DIR-PRIV-NO-SILO", &privileged_no_silo, {domain}},
      {"DIR-PRIV-NOT-PROTECTED", &privileged_not_protected, {domain}},
      // privileged_accounts
      {"DIR-ADMINISTRATOR-LOGIN", &administrator_login, {domain}},
      {"DIR-PRIV-INACTIVE", &privileged_inactive, {domain}},
      {"DIR-PRIV-NEVER-EXPIRES", &privileged_never_expires, {domain}},
      {"DIR-PRIV-PASSWORD-AGE", &privileged_password_age, {domain}},
      {"DIR-PRIV-PASSWORD-RULES", &privileged_password_rules, {domain}},
      {"DIR-PRIV-REVERSIBLE", &privileged_reversible, {domain}},
      // privileged_kerberos
      {"DIR-DC-KEY-CREDENTIAL", &controller_key_credential, {domain}},
      {"DIR-PRIV-KEY-CREDENTIAL", &privileged_key_credential, {domain}},
      {"DIR-PRIV-NO-PREAUTH", &privileged_no_preauth, {domain}},
      {"DIR-PRIV-SPN", &privileged_spn, {domain}},
      {"DIR-PRIV-SPN-TOLERATED", &privileged_spn_tolerated, {domain}},
      // delegation
      {"DIR-DELEG-UNCONSTRAINED", &unconstrained_delegation, {domain}},
      {"DIR-DELEG-DC-CONSTRAINED", &constrained_delegation_to_controller, {domain}},
      {"DIR-DELEG-DC-TRANSITION", &transition_delegation_to_controller, {domain}},
      {"DIR-DELEG-RESOURCE", &resource_delegation_on_privileged, {domain}},
      // controllers
      {"DIR-DC-REGISTRATION", &controller_registration, {domain, configuration}},
      {"DIR-DC-PASSWORD", &controller_password_age, {domain}},
      {"DIR-DC-INACTIVE", &controller_inactive, {domain}},
      {"DIR-DC-ENCRYPTION", &controller_encryption, {domain}},
      {"DIR-DC-COUNT", &controller_count, {domain}},
      {"DIR-SYSVOL-NTFRS", &sysvol_ntfrs, {domain}},
      {"DIR-SYSVOL-REPLICATION", &sysvol_replication, {domain}},
      // old_systems
      {"DIR-OS-NT", &windows_nt, {domain}},
      {"DIR-OS-2000", &windows_2000, {domain}},
      {"DIR-OS-XP", &windows_xp, {domain}},
      {"DIR-OS-VISTA", &windows_vista, {domain}},
      {"DIR-OS-7", &windows_7, {domain}},
      {"DIR-OS-8", &windows_8, {domain}},
      {"DIR-OS-10", &windows_10, {domain}},
      // old_servers
      {"DIR-OS-2003", &server_2003, {domain}},
      {"DIR-OS-2008", &server_2008, {domain}},
      {"DIR-OS-2012", &server_2012, {domain}},
      {"DIR-OS-SERVER", &server_recent, {domain}},
      // old_controllers
      {"DIR-DC-2000", &controller_2000, {domain}},
      {"DIR-DC-2003", &controller_2003, {domain}},
      {"DIR-DC-2008", &controller_2008, {domain}},
      {"DIR-DC-2012", &controller_2012, {domain}},
      {"DIR-DC-OBSOLETE", &controller_recent, {domain}},
      // machine_accounts
      {"DIR-SERVER-PASSWORD-90", &server_password_90, {domain}},
      {"DIR-SERVER-PASSWORD-45", &server_password_45, {domain}},
      {"DIR-SERVER-INACTIVE", &server_inactive, {domain}},
      {"DIR-CLUSTER-PASSWORD", &cluster_password, {domain}},
      {"DIR-COMPUTERS-INACTIVE", &computers_inactive, {domain}},
      // laps
      {"DIR-LAPS-SCHEMA", &laps_schema, {schema}},
      {"DIR-LAPS-UNUSED", &laps_used, {domain, schema}},
      {"DIR-LAPS-WORKSTATIONS", &laps_workstations, {domain, schema}},
      {"DIR-LAPS-SERVERS", &laps_servers, {domain, schema}},
      // trusts
      {"DIR-TRUST-SID-FILTERING", &trust_domain_filtering, {domain}},
      {"DIR-TRUST-FOREST-HISTORY", &trust_forest_sid_history, {domain}},
      {"DIR-TRUST-TGT", &trust_tgt_delegation, {domain}},
      {"DIR-TRUST-DOWNLEVEL", &trust_downlevel, {domain}},
      {"DIR-TRUST-INACTIVE", &trust_inactive, {domain}},
      {"DIR-TRUST-AES", &trust_encryption, {domain}},
      {"DIR-TRUST-RC4", &trust_rc4_only, {domain}},
      {"DIR-TRUST-PASSWORD", &trust_account_password, {domain}},
      // sid_history
      {"DIR-SIDHISTORY-PRESENT", &sid_history_present, {domain}},
      {"DIR-SIDHISTORY-PRIVILEGED", &sid_history_dangerous, {domain}},
      {"DIR-SIDHISTORY-SAME-DOMAIN", &sid_history_same_domain, {domain}},
      {"DIR-SIDHISTORY-UNKNOWN-DOMAIN", &sid_history_unknown_domain, {domain}},
      // heuristics
      {"DIR-HEURISTIC-NSPI", &heuristic_anonymous_nspi, {configuration}},
      {"DIR-HEURISTIC-ADMINSD", &heuristic_admin_sd_mask, {configuration}},
      {"DIR-HEURISTIC-ANONYMOUS", &heuristic_anonymous_ldap, {configuration}},
      {"DIR-HEURISTIC-UNIQUENESS", &heuristic_uniqueness, {configuration}},
      {"DIR-HEURISTIC-CONFIDENTIAL", &heuristic_confidential, {configuration}},
      {"DIR-HEURISTIC-LIST-OBJECT", &heuristic_list_object, {configuration}},
      {"DIR-HEURISTIC-LDAP-SECURITY", &heuristic_ldap_security, {configuration}},
      // exposure
      {"DIR-PRE2000-ANONYMOUS", &compatible_access_anonymous, {domain}},
      {"DIR-PRE2000-MEMBERS", &compatible_access_others, {domain}},
      {"DIR-PRE2000-AUTHENTICATED", &compatible_access_authenticated, {domain}},
      {"DIR-UNAUTHENTICATED-BIND", &unauthenticated_bind, {domain, configuration}},
      {"DIR-MACHINE-QUOTA", &machine_account_quota, {domain}},
      {"DIR-DISPLAY-SPECIFIER", &display_specifier, {configuration}},
      // functional_level
      {"DIR-LEVEL-2008R2", &level_before_2008r2, {domain, configuration}},
      {"DIR-LEVEL-2012R2", &level_before_2012r2, {domain, configuration}},
      {"DIR-LEVEL-2016", &level_before_2016, {domain, configuration}},
      // account_lifecycle
      {"DIR-DORMANT", &dormant_accounts, {domain}},
      {"DIR-DORMANT-SHARE", &dormant_share, {domain}},
      {"DIR-NEVER-EXPIRES", &never_expires, {domain}},
      {"DIR-NEVER-EXPIRES-SHARE", &never_expires_share, {domain}},
      {"DIR-ACC-PASSWORD-AGE", &password_age, {domain}},
      // account_secrets
      {"DIR-ACC-REVERSIBLE", &reversible_accounts, {domain}},
      {"DIR-SECRET-IN-TEXT", &secret_in_text, {domain}},
      {"DIR-UNIX-PASSWORD", &unix_password, {domain}},
      {"DIR-WEAK-CERTIFICATE-MAPPING", &weak_certificate_mapping, {domain}},
      // accounts
      {"DIR-CONFLICT-OBJECTS", &conflict_objects, {domain}},
      {"DIR-DUPLICATE-SPN", &duplicate_spn, {domain}},
      {"DIR-GROUP-LOOP", &group_loop, {domain}},
      {"DIR-GUEST-ENABLED", &guest_enabled, {domain}},
      {"DIR-MIGRATION-GROUP", &migration_group, {domain}},
      {"DIR-ACC-PASSWORD-NOT-REQUIRED", &password_not_required, {domain}},
      {"DIR-ACC-PRIMARY-GROUP-CHANGED", &primary_group_changed, {domain}},
      {"DIR-ACC-PRIMARY-GROUP-LOW", &primary_group_low, {domain}},
      // password_policy
      {"DIR-PWD-LOCKOUT", &lockout, {domain}},
      {"DIR-PWD-COMPLEXITY", &password_complexity, {domain}},
      {"DIR-PWD-HISTORY", &password_history, {domain}},
      {"DIR-PWD-LENGTH", &password_length, {domain}},
      {"DIR-PWD-LENGTH-ADVISED", &password_length_advised, {domain}},
      {"DIR-PWD-MAX-AGE", &password_max_age, {domain}},
      {"DIR-PWD-REVERSIBLE-DOMAIN", &reversible_domain, {domain}},
      {"DIR-PWD-SERVICE-POLICY", &service_password_policy, {domain}},
      // password_settings
      {"DIR-PSO-REVERSIBLE", &settings_reversible, {domain}},
      {"DIR-PSO-UNREAD", &settings_unread, {domain}},
      {"DIR-PSO-WEAK", &settings_weak, {domain}},
      {"DIR-PSO-WEAK-PRIVILEGED", &settings_weak_privileged, {domain}},
      {"DIR-SMARTCARD-OLD-SECRET", &smartcard_old_secret, {domain}},
      {"DIR-SMARTCARD-ROTATION", &smartcard_rotation, {domain}},
      // settings
      {"DIR-RECYCLE-BIN", &recycle_bin, {configuration}},
      {"DIR-BACKUP-AGE", &directory_backup, {domain}},
      {"DIR-TOMBSTONE", &tombstone_lifetime, {configuration}},
      {"DIR-DEFAULT-CONTAINERS", &default_containers, {domain}},
      {"DIR-SCHEMA-PROTECTED-USERS", &protected_users_schema, {schema}},
      // sites
      {"DIR-SITE-SUBNET", &site_without_subnet, {configuration}},
      {"DIR-SITE-CONTROLLER", &site_without_controller, {configuration}},
      // dns
      {"DIR-DNS-DOMAIN-UPDATES", &domain_zone_updates, {domain, domain_dns, forest_dns}},
      {"DIR-DNS-OTHER-UPDATES", &other_zone_updates, {domain, domain_dns, forest_dns}},
      {"DIR-DNS-DUPLICATE", &duplicated_zones, {domain, domain_dns, forest_dns}},
      // certificate_templates
      {"DIR-ADCS-ESC1", &template_chosen_name, {configuration, descriptors, domain}},
      {"DIR-ADCS-ESC2", &template_any_purpose, {configuration, descriptors, domain}},
      {"DIR-ADCS-ESC3", &template_enrolment_agent, {configuration, descriptors, domain}},
      {"DIR-ADCS-ESC4", &template_writable, {configuration, descriptors, domain}},
      {"DIR-ADCS-ESC9", &template_no_security_extension, {configuration, descriptors, domain}},
      {"DIR-ADCS-ESC13", &template_linked_group, {configuration, descriptors, domain}},
      {"DIR-ADCS-ESC15", &template_version_one, {configuration, descriptors, domain}},
      {"DIR-ADCS-ESC17", &template_chosen_server_name, {configuration, descriptors, domain}},
      // certificates
      {"DIR-CERT-WEAK-KEY", &certificate_weak_key, {domain, configuration}},
      {"DIR-CERT-DSA", &certificate_dsa, {domain, configuration}},
      {"DIR-CERT-ROCA", &certificate_roca, {domain, configuration}},
      {"DIR-CERT-WEAK-HASH", &certificate_weak_hash, {domain, configuration}},
      {"DIR-CERT-SMALL-EXPONENT", &certificate_small_exponent, {domain, configuration}},
      {"DIR-CERT-UNDECODABLE", &certificate_undecodable, {domain, configuration}},
      {"DIR-CERT-NTAUTH", &logon_authorities, {configuration}},
  };
  return checks;
}

}  // namespace

std::span<const Check> registry() { return table(); }

core::Result<core::Catalogue> catalogue() { return core::Catalogue::parse(catalogue_directory()); }

core::Findings run_check(const Check& check, const DirectoryFacts& facts, const core::Params& params) {
  return core::run_domain_check(check, facts, params, [&](core::Verdict verdict, core::Evidence evidence) {
    return on(facts, verdict, facts.domain.dn, std::move(evidence));
  });
}

}  // namespace hygie::directory
