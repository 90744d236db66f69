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

#undef HYGIE_CHECK

}  // namespace hygie::directory
