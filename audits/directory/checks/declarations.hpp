// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"
#include "core/params.hpp"

/// Every check of the directory, so that each .cpp is compiled against its declaration; registry.cpp gives them their
/// ids.
namespace hygie::directory {

#define HYGIE_CHECK(name) core::Findings name(const DirectoryFacts&, const core::Params&)

// kerberos
HYGIE_CHECK(krbtgt_password_age);
HYGIE_CHECK(kerberos_no_preauth);
HYGIE_CHECK(kerberos_des_only);
HYGIE_CHECK(kerberos_des_types);
HYGIE_CHECK(kerberos_no_aes);
HYGIE_CHECK(kerberoastable);
HYGIE_CHECK(azure_sso_password_age);
HYGIE_CHECK(managed_service_password_age);

// permissions
HYGIE_CHECK(permissions_naming_context);
HYGIE_CHECK(permissions_adminsdholder);
HYGIE_CHECK(permissions_dc);
HYGIE_CHECK(permissions_dfsr_sysvol);
HYGIE_CHECK(permissions_dpapi);
HYGIE_CHECK(permissions_gmsa_keys);
HYGIE_CHECK(permissions_schema);
HYGIE_CHECK(permissions_msdns);

// pki_rights
HYGIE_CHECK(adcs_control);
HYGIE_CHECK(adcs_template_control);

// tier_zero
HYGIE_CHECK(privileged_members_perm);
HYGIE_CHECK(permissions_gpo_container_priv);
HYGIE_CHECK(permissions_gpo_priv);
HYGIE_CHECK(privileged_members_no_adminsdholder);
HYGIE_CHECK(sd_adminsdholder_protec);
HYGIE_CHECK(dc_owner);
HYGIE_CHECK(dcsync_holders);

// descriptors
HYGIE_CHECK(owner);
HYGIE_CHECK(sd_anonymous_control);
HYGIE_CHECK(sd_deny_read);
HYGIE_CHECK(sd_generic_perm);
HYGIE_CHECK(unprotected_ou);
HYGIE_CHECK(sd_protected_ou);

// rodc
HYGIE_CHECK(rodc_priv_revealed);
HYGIE_CHECK(rodc_never_reveal);
HYGIE_CHECK(rodc_reveal);
HYGIE_CHECK(rodc_allowed_group);
HYGIE_CHECK(rodc_denied_group);
HYGIE_CHECK(rodc_orphan_krbtgt);
HYGIE_CHECK(rodc_sysvol_write);

// delegations
HYGIE_CHECK(adupdate_bad);
HYGIE_CHECK(enterprise_key_admins);
HYGIE_CHECK(delegation_everyone);
HYGIE_CHECK(dangerous_extended_right);
HYGIE_CHECK(unknown_trustees);
HYGIE_CHECK(exchange_privesc);
HYGIE_CHECK(exchange_adminsdholder);

// secret_rights
HYGIE_CHECK(bad_successor);
HYGIE_CHECK(gmsa_password_readers);
HYGIE_CHECK(key_credential_writers);
HYGIE_CHECK(laps_password_readers);
HYGIE_CHECK(laps_joined_computers);
HYGIE_CHECK(dns_zone_create_child);
HYGIE_CHECK(laps_delegated_readers);

// gpo
HYGIE_CHECK(gpo_owner);
HYGIE_CHECK(gpo_everyone_write);
HYGIE_CHECK(gpo_dead_links);
HYGIE_CHECK(dc_unit_blocks_inheritance);

// schema
HYGIE_CHECK(schema_poss_superiors);
HYGIE_CHECK(schema_default_rights);

// privileged_membership
HYGIE_CHECK(critical_objects);
HYGIE_CHECK(dnsadmins_control);
HYGIE_CHECK(dnsadmins_members);
HYGIE_CHECK(operators_empty);
HYGIE_CHECK(privileged_disabled);
HYGIE_CHECK(privileged_foreign);
HYGIE_CHECK(privileged_number);
HYGIE_CHECK(schema_admins_empty);

// privileged_protection
HYGIE_CHECK(admincount_leftover);
HYGIE_CHECK(privileged_delegatable);
HYGIE_CHECK(privileged_descriptor_unread);
HYGIE_CHECK(privileged_logon_script);
HYGIE_CHECK(privileged_mail);
HYGIE_CHECK(privileged_no_admincount);
HYGIE_CHECK(privileged_no_silo);
HYGIE_CHECK(privileged_not_protected);

// privileged_accounts
HYGIE_CHECK(administrator_login);
HYGIE_CHECK(privileged_inactive);
HYGIE_CHECK(privileged_never_expires);
HYGIE_CHECK(privileged_password_age);
HYGIE_CHECK(privileged_password_rules);
HYGIE_CHECK(privileged_reversible);

// privileged_kerberos
HYGIE_CHECK(controller_key_credential);
HYGIE_CHECK(privileged_key_credential);
HYGIE_CHECK(privileged_no_preauth);
HYGIE_CHECK(privileged_spn);
HYGIE_CHECK(privileged_spn_tolerated);

// delegation
HYGIE_CHECK(unconstrained_delegation);
HYGIE_CHECK(constrained_delegation_to_controller);
HYGIE_CHECK(transition_delegation_to_controller);
HYGIE_CHECK(resource_delegation_on_privileged);

// controllers
HYGIE_CHECK(controller_registration);
HYGIE_CHECK(controller_password_age);
HYGIE_CHECK(controller_inactive);
HYGIE_CHECK(controller_encryption);
HYGIE_CHECK(controller_count);
HYGIE_CHECK(sysvol_ntfrs);
HYGIE_CHECK(sysvol_replication);

// old_systems
HYGIE_CHECK(windows_nt);
HYGIE_CHECK(windows_2000);
HYGIE_CHECK(windows_xp);
HYGIE_CHECK(windows_vista);
HYGIE_CHECK(windows_7);
HYGIE_CHECK(windows_8);
HYGIE_CHECK(windows_10);

// old_servers
HYGIE_CHECK(server_2003);
HYGIE_CHECK(server_2008);
HYGIE_CHECK(server_2012);
HYGIE_CHECK(server_recent);

// old_controllers
HYGIE_CHECK(controller_2000);
HYGIE_CHECK(controller_2003);
HYGIE_CHECK(controller_2008);
HYGIE_CHECK(controller_2012);
HYGIE_CHECK(controller_recent);

// machine_accounts
HYGIE_CHECK(server_password_90);
HYGIE_CHECK(server_password_45);
HYGIE_CHECK(server_inactive);
HYGIE_CHECK(cluster_password);
HYGIE_CHECK(computers_inactive);

// laps
HYGIE_CHECK(laps_schema);
HYGIE_CHECK(laps_used);
HYGIE_CHECK(laps_workstations);
HYGIE_CHECK(laps_servers);

// trusts
HYGIE_CHECK(trust_domain_filtering);
HYGIE_CHECK(trust_forest_sid_history);
HYGIE_CHECK(trust_tgt_delegation);
HYGIE_CHECK(trust_downlevel);
HYGIE_CHECK(trust_inactive);
HYGIE_CHECK(trust_encryption);
HYGIE_CHECK(trust_rc4_only);
HYGIE_CHECK(trust_account_password);

// sid_history
HYGIE_CHECK(sid_history_present);
HYGIE_CHECK(sid_history_dangerous);
HYGIE_CHECK(sid_history_same_domain);
HYGIE_CHECK(sid_history_unknown_domain);

// heuristics
HYGIE_CHECK(heuristic_anonymous_nspi);
HYGIE_CHECK(heuristic_admin_sd_mask);
HYGIE_CHECK(heuristic_anonymous_ldap);
HYGIE_CHECK(heuristic_uniqueness);
HYGIE_CHECK(heuristic_confidential);
HYGIE_CHECK(heuristic_list_object);
HYGIE_CHECK(heuristic_ldap_security);

// exposure
HYGIE_CHECK(compatible_access_anonymous);
HYGIE_CHECK(compatible_access_others);
HYGIE_CHECK(compatible_access_authenticated);
HYGIE_CHECK(unauthenticated_bind);
HYGIE_CHECK(machine_account_quota);
HYGIE_CHECK(display_specifier);

// functional_level
HYGIE_CHECK(level_before_2008r2);
HYGIE_CHECK(level_before_2012r2);
HYGIE_CHECK(level_before_2016);

// account_lifecycle
HYGIE_CHECK(dormant_accounts);
HYGIE_CHECK(dormant_share);
HYGIE_CHECK(never_expires);
HYGIE_CHECK(never_expires_share);
HYGIE_CHECK(password_age);

// account_secrets
HYGIE_CHECK(reversible_accounts);
HYGIE_CHECK(secret_in_text);
HYGIE_CHECK(unix_password);
HYGIE_CHECK(weak_certificate_mapping);

// accounts
HYGIE_CHECK(conflict_objects);
HYGIE_CHECK(duplicate_spn);
HYGIE_CHECK(group_loop);
HYGIE_CHECK(guest_enabled);
HYGIE_CHECK(migration_group);
HYGIE_CHECK(password_not_required);
HYGIE_CHECK(primary_group_changed);
HYGIE_CHECK(primary_group_low);

// password_policy
HYGIE_CHECK(lockout);
HYGIE_CHECK(password_complexity);
HYGIE_CHECK(password_history);
HYGIE_CHECK(password_length);
HYGIE_CHECK(password_length_advised);
HYGIE_CHECK(password_max_age);
HYGIE_CHECK(reversible_domain);
HYGIE_CHECK(service_password_policy);

// password_settings
HYGIE_CHECK(settings_reversible);
HYGIE_CHECK(settings_unread);
HYGIE_CHECK(settings_weak);
HYGIE_CHECK(settings_weak_privileged);
HYGIE_CHECK(smartcard_old_secret);
HYGIE_CHECK(smartcard_rotation);

// settings
HYGIE_CHECK(recycle_bin);
HYGIE_CHECK(directory_backup);
HYGIE_CHECK(tombstone_lifetime);
HYGIE_CHECK(default_containers);
HYGIE_CHECK(protected_users_schema);

// sites
HYGIE_CHECK(site_without_subnet);
HYGIE_CHECK(site_without_controller);

// dns
HYGIE_CHECK(domain_zone_updates);
HYGIE_CHECK(other_zone_updates);
HYGIE_CHECK(duplicated_zones);

// certificate_templates
HYGIE_CHECK(template_chosen_name);
HYGIE_CHECK(template_any_purpose);
HYGIE_CHECK(template_enrolment_agent);
HYGIE_CHECK(template_writable);
HYGIE_CHECK(template_no_security_extension);
HYGIE_CHECK(template_linked_group);
HYGIE_CHECK(template_version_one);
HYGIE_CHECK(template_chosen_server_name);

// certificates
HYGIE_CHECK(certificate_weak_key);
HYGIE_CHECK(certificate_dsa);
HYGIE_CHECK(certificate_roca);
HYGIE_CHECK(certificate_weak_hash);
HYGIE_CHECK(certificate_small_exponent);
HYGIE_CHECK(certificate_undecodable);
HYGIE_CHECK(logon_authorities);
#undef HYGIE_CHECK

}  // namespace hygie::directory
