// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rodc/rodc.hpp"

namespace hygie::directory {

Findings rodc_never_reveal(const DirectoryFacts& facts, const Params&) {
  using namespace well_known;
  std::vector<NameRef> wanted;
  for (const auto rid :
       {builtin_administrators, builtin_account_operators, builtin_server_operators, builtin_backup_operators})
    if (const Group* group = facts.builtin_group(rid)) wanted.push_back(group->dn);
  const Group* denied = facts.group_by_rid(rid_rodc_denied);
  if (denied == nullptr || wanted.size() != 4)
    return {not_read(facts, facts.domain.dn, "S-1-5-32-544, 548, 549, 551, RID 572")};
  wanted.push_back(denied->dn);
  return over_rodcs(facts, [&](const RodcSettings& rodc, Findings& found) {
    add_missing(facts, rodc.computer, rodc.never_reveal, wanted, found);
  });
}

}  // namespace hygie::directory
