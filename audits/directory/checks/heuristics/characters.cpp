// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/heuristics/characters.hpp"

namespace hygie::directory {

Findings judge_character(const DirectoryFacts& facts, std::size_t position, CharacterLevel level) {
  if (!facts.forest.ds_heuristics) return {not_read(facts, facts.domain.dn, "dSHeuristics")};
  const auto text = *facts.forest.ds_heuristics;
  const char value = text.size() >= position ? text[position - 1] : '0';
  const int failed = level(value);
  auto finding = on(facts, failed == 0 ? Verdict::pass : Verdict::fail, facts.domain.dn,
                    {{"position", std::to_string(position)}, {"value", std::string(1, value)}}, failed);
  finding.object += " dSHeuristics " + std::to_string(position);
  return {std::move(finding)};
}

}  // namespace hygie::directory
