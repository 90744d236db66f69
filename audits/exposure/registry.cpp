// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/registry.hpp"

#include "audits/exposure/checks/support.hpp"
#include "core/embedded.hpp"

#include <stdexcept>

namespace hygie::exposure {
namespace {

HYGIE_EMBEDDED(catalogue_exposure)

const std::vector<Check>& table() {
  using enum Part;
  static const std::vector<Check> checks{
      // remote_screens
      {"EXP-RDP-EXPOSED", &rdp_exposed, {ports, services}},
      {"EXP-RDP-NO-NLA", &rdp_without_nla, {ports, services}},
  };
  return checks;
}

}  // namespace

std::span<const Check> registry() { return table(); }

core::Result<core::Catalogue> catalogue() { return core::Catalogue::parse(catalogue_exposure()); }

core::Findings run_check(const Check& check, const ExposureFacts& facts, const core::Params& params) {
  for (const auto part : check.needs)
    if (!facts.asked(part))
      return {on_whole(facts, Verdict::not_applicable, {{"not_asked", std::string(to_string(part))}})};
  for (const auto part : check.needs)
    if (facts.missing(part)) return {not_read(facts, std::string(to_string(part)))};
  auto findings = check.function(facts, params);
  if (findings.empty()) throw std::logic_error("the check " + std::string(check.id) + " answered nothing");
  return findings;
}

}  // namespace hygie::exposure
