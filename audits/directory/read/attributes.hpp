// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// Every attribute that the facts come from: our name, its lDAPDisplayName, and where it is asked for (d domain,
/// c configuration, s schema, n DNS partitions, r rootDSE).
// clang-format off
#define HYGIE_ATTRIBUTES(X) \
  X(object_class, "objectClass", "dcsn") X(security_descriptor, "nTSecurityDescriptor", "dcsn") \
  X(when_created, "whenCreated", "dcsn") X(when_changed, "whenChanged", "dcsn") X(is_deleted, "isDeleted", "dcn") \
  X(object_sid, "objectSid", "d") X(sam_account_name, "sAMAccountName", "d") \
  X(user_account_control, "userAccountControl", "d") X(primary_group_id, "primaryGroupID", "d") \
  X(pwd_last_set, "pwdLastSet", "d") X(last_logon, "lastLogon", "d") X(last_logon_timestamp, "lastLogonTimestamp", "d") \
  X(account_expires, "accountExpires", "d") X(admin_count, "adminCount", "d") X(mail, "mail", "d") \
  X(service_principal_name, "servicePrincipalName", "d") X(encryption_types, "msDS-SupportedEncryptionTypes", "d") \
  X(allowed_to_delegate_to, "msDS-AllowedToDelegateTo", "d") \
  X(allowed_to_act, "msDS-AllowedToActOnBehalfOfOtherIdentity", "d") \
  X(group_msa_membership, "msDS-GroupMSAMembership", "d") X(sid_history, "sIDHistory", "d") \
  X(script_path, "scriptPath", "d") X(description, "description", "d") X(info, "info", "d") X(comment, "comment", "d") \
  X(user_password, "userPassword", "d") X(unix_user_password, "unixUserPassword", "d") \
  X(mssfu_password, "msSFU30Password", "d") X(alt_security_identities, "altSecurityIdentities", "d") \
  X(key_credential_link, "msDS-KeyCredentialLink", "d") X(user_certificate, "userCertificate", "d") \
  X(assigned_silo, "msDS-AssignedAuthNPolicySilo", "d") X(preceded_by, "msDS-ManagedAccountPrecededByLink", "d") \
  X(creator_sid, "mS-DS-CreatorSID", "d") X(managed_by, "managedBy", "d") X(dns_host_name, "dNSHostName", "dcr") \
  X(operating_system, "operatingSystem", "d") X(operating_system_version, "operatingSystemVersion", "d") \
  X(krbtgt_link, "msDS-KrbTgtLink", "d") X(krbtgt_link_back, "msDS-KrbTgtLinkBl", "d") \
  X(is_rodc, "msDS-isRODC", "d") X(revealed_users, "msDS-RevealedUsers", "d") \
  X(reveal_on_demand, "msDS-RevealOnDemandGroup", "d") X(never_reveal, "msDS-NeverRevealGroup", "d") \
  X(laps_password, "ms-Mcs-AdmPwd", "d") X(laps_expiration, "ms-Mcs-AdmPwdExpirationTime", "d") \
  X(windows_laps_password, "msLAPS-Password", "d") X(windows_laps_expiration, "msLAPS-PasswordExpirationTime", "d") \
  X(replication_metadata, "replPropertyMetaData", "d") X(group_type, "groupType", "d") X(member, "member", "d") \
  X(gp_link, "gPLink", "dc") X(gp_options, "gPOptions", "dc") X(display_name, "displayName", "dc") \
  X(gpc_path, "gPCFileSysPath", "d") X(gpc_wmi_filter, "gPCWQLFilter", "d") X(flags, "flags", "dc") \
  X(version_number, "versionNumber", "d") X(behaviour_version, "msDS-Behavior-Version", "dc") \
  X(machine_account_quota, "ms-DS-MachineAccountQuota", "d") \
  X(expire_smartcard_passwords, "msDS-ExpirePasswordsOnSmartCardOnlyAccounts", "d") \
  X(nt_mixed_domain, "nTMixedDomain", "d") X(well_known_objects, "wellKnownObjects", "d") \
  X(min_pwd_length, "minPwdLength", "d") X(pwd_history_length, "pwdHistoryLength", "d") X(max_pwd_age, "maxPwdAge", "d") \
  X(min_pwd_age, "minPwdAge", "d") X(pwd_properties, "pwdProperties", "d") X(lockout_threshold, "lockoutThreshold", "d") \
  X(lockout_duration, "lockoutDuration", "d") X(lockout_window, "lockOutObservationWindow", "d") \
  X(pso_min_length, "msDS-MinimumPasswordLength", "d") X(pso_history, "msDS-PasswordHistoryLength", "d") \
  X(pso_max_age, "msDS-MaximumPasswordAge", "d") X(pso_min_age, "msDS-MinimumPasswordAge", "d") \
  X(pso_complexity, "msDS-PasswordComplexityEnabled", "d") \
  X(pso_reversible, "msDS-PasswordReversibleEncryptionEnabled", "d") \
  X(pso_precedence, "msDS-PasswordSettingsPrecedence", "d") X(pso_lockout_threshold, "msDS-LockoutThreshold", "d") \
  X(pso_lockout_duration, "msDS-LockoutDuration", "d") X(pso_lockout_window, "msDS-LockoutObservationWindow", "d") \
  X(pso_applies_to, "msDS-PSOAppliesTo", "d") X(trust_partner, "trustPartner", "d") X(flat_name, "flatName", "d") \
  X(trust_direction, "trustDirection", "d") X(trust_attributes, "trustAttributes", "d") X(trust_type, "trustType", "d") \
  X(security_identifier, "securityIdentifier", "d") X(dns_property, "dNSProperty", "dn") \
  X(dfsr_read_only, "msDFSR-ReadOnly", "d") X(revision, "revision", "dc") X(ds_heuristics, "dSHeuristics", "c") \
  X(other_settings, "msDS-Other-Settings", "c") X(tombstone_lifetime, "tombstoneLifetime", "c") \
  X(enabled_feature, "msDS-EnabledFeature", "c") X(dns_root, "dnsRoot", "c") X(nc_name, "nCName", "c") \
  X(netbios_name, "nETBIOSName", "c") X(system_flags, "systemFlags", "c") X(server_reference, "serverReference", "c") \
  X(options, "options", "c") X(site_object, "siteObject", "c") X(silo_enforced, "msDS-AuthNPolicySiloEnforced", "c") \
  X(admin_context_menu, "adminContextMenu", "c") X(context_menu, "contextMenu", "c") \
  X(shell_context_menu, "shellContextMenu", "c") X(ca_certificate, "cACertificate", "c") \
  X(certificate_templates, "certificateTemplates", "c") X(template_name_flag, "msPKI-Certificate-Name-Flag", "c") \
  X(template_enrolment_flag, "msPKI-Enrollment-Flag", "c") X(template_key_flag, "msPKI-Private-Key-Flag", "c") \
  X(template_schema_version, "msPKI-Template-Schema-Version", "c") X(template_ra_signature, "msPKI-RA-Signature", "c") \
  X(template_ra_policies, "msPKI-RA-Policies", "c") \
  X(template_ra_application_policies, "msPKI-RA-Application-Policies", "c") \
  X(extended_key_usage, "pKIExtendedKeyUsage", "c") \
  X(template_application_policy, "msPKI-Certificate-Application-Policy", "c") \
  X(template_issuance_policy, "msPKI-Certificate-Policy", "c") X(template_oid, "msPKI-Cert-Template-OID", "c") \
  X(oid_to_group_link, "msDS-OIDToGroupLink", "c") X(ldap_display_name, "lDAPDisplayName", "s") \
  X(schema_id_guid, "schemaIDGUID", "s") X(default_descriptor, "defaultSecurityDescriptor", "s") \
  X(sub_class_of, "subClassOf", "s") X(poss_superiors, "possSuperiors", "s") X(object_version, "objectVersion", "s") \
  X(default_context, "defaultNamingContext", "r") X(configuration_context, "configurationNamingContext", "r") \
  X(schema_context, "schemaNamingContext", "r") X(root_domain_context, "rootDomainNamingContext", "r") \
  X(naming_contexts, "namingContexts", "r") X(supported_control, "supportedControl", "r") \
  X(supported_sasl, "supportedSASLMechanisms", "r") X(domain_functionality, "domainFunctionality", "r") \
  X(forest_functionality, "forestFunctionality", "r") X(controller_functionality, "domainControllerFunctionality", "r") \
  X(current_time, "currentTime", "r")
// clang-format on

namespace hygie::directory {

enum class Attribute : std::uint8_t {
#define HYGIE_ONE(name, ldap, where) name,
  HYGIE_ATTRIBUTES(HYGIE_ONE)
#undef HYGIE_ONE
      count
};
inline constexpr std::size_t attribute_count = static_cast<std::size_t>(Attribute::count);

/// By name without case, options ("member;range=0-1499") left out; Attribute::count when facts need it not.
[[nodiscard]] Attribute find_attribute(std::string_view name);
[[nodiscard]] const char* attribute_name(Attribute attribute);
/// The names asked for in a place, by its letter.
[[nodiscard]] std::span<const char* const> attributes_of(char place);

}  // namespace hygie::directory
