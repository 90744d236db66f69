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
