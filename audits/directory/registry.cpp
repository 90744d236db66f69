// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/registry.hpp"

#include "audits/directory/checks/support.hpp"
#include "core/embedded.hpp"

#include <stdexcept>

namespace hygie::directory {
namespace {

HYGIE_EMBEDDED(catalogue_directory)

const std::vector<Check>& table() {
  using enum Part;
  static const std::vector<Check> checks{
      // kerberos
      {"DIR-KRBTGT-AGE", &krbtgt_password_age, {domain}},
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
  };
  return checks;
}

}  // namespace

std::span<const Check> registry() { return table(); }

core::Result<core::Catalogue> catalogue() { return core::Catalogue::parse(catalogue_directory()); }

core::Findings run_check(const Check& check, const DirectoryFacts& facts, const core::Params& params) {
  for (const auto part : check.needs)
    if (facts.missing(part)) return {not_read(facts, facts.domain.dn, std::string(to_string(part)))};
  auto findings = check.function(facts, params);
  if (findings.empty()) throw std::logic_error("the check " + std::string(check.id) + " answered nothing");
  return findings;
}

}  // namespace hygie::directory
