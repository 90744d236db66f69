// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/heuristics/characters.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {
namespace {

int level_of(char value) { return value == '1' ? 0 : value == '2' ? 2 : 4; }

}  // namespace

Findings heuristic_ldap_security(const DirectoryFacts& facts, const Params&) {
  auto found = judge_character(facts, 28, level_of);
  if (found.front().verdict == Verdict::unknown) return found;
  found.push_back(judge_character(facts, 29, level_of).front());
  return found;
}

}  // namespace hygie::directory
