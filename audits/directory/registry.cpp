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
