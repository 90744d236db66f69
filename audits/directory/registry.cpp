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
