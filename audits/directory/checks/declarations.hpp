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
