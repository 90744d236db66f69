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
#undef HYGIE_CHECK

}  // namespace hygie::directory
