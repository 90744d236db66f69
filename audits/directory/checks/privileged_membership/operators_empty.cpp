// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings operators_empty(const DirectoryFacts& facts, const Params&) {
  using namespace well_known;
  std::vector<const Group*> groups;
  for (const auto rid :
       {builtin_account_operators, builtin_server_operators, builtin_print_operators, builtin_backup_operators}) {
    const auto* group = facts.builtin_group(rid);
    if (group == nullptr) return {not_read(facts, facts.domain.dn, builtin(rid).to_string())};
    groups.push_back(group);
  }
  return judge_empty(facts, groups);
}

}  // namespace hygie::directory
