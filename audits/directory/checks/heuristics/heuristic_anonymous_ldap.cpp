// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/heuristics/characters.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings heuristic_anonymous_ldap(const DirectoryFacts& facts, const Params&) {
  return judge_character(facts, 7, [](char value) { return value == '2' ? 2 : 0; });
}

}  // namespace hygie::directory
