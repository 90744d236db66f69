// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/functional_level/range.hpp"

#include <optional>

namespace hygie::directory {

Findings functional_levels_between(const DirectoryFacts& facts, std::uint32_t lowest, std::uint32_t highest) {
  Findings found;
  const auto judge = [&](std::optional<std::uint32_t> level, std::string_view scope) {
    auto finding = on(facts, Verdict::pass, facts.domain.dn, {{"scope", std::string(scope)}});
    finding.object += " " + std::string(scope);
    if (!level) {
      finding.verdict = Verdict::unknown;
      finding.evidence["missing"] = "msDS-Behavior-Version";
    } else {
      finding.evidence["level"] = std::to_string(*level);
      if (*level >= lowest && *level <= highest) finding.verdict = Verdict::fail;
    }
    found.push_back(std::move(finding));
  };
  judge(facts.domain.behaviour ? facts.domain.behaviour : facts.root.domain_level, "domain");
  judge(facts.forest.behaviour ? facts.forest.behaviour : facts.root.forest_level, "forest");
  return found;
}

}  // namespace hygie::directory
