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

#undef HYGIE_CHECK

}  // namespace hygie::directory
