// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Windows writes SID histories only while a group of this name exists in the source domain.
Findings migration_group(const DirectoryFacts& facts, const Params&) {
  if (facts.domain.netbios.empty()) return {not_read(facts, facts.domain.dn, "nETBIOSName")};
  const auto wanted = std::string(facts.domain.netbios) + "$$$";
  Findings found;
  for (const auto& group : facts.groups)
    if (same_name(group.sam, wanted)) found.push_back(on(facts, Verdict::fail, group.dn));
  if (const auto* account = facts.find_account(wanted)) found.push_back(on(facts, Verdict::fail, account->dn));
  return or_pass(std::move(found), facts, facts.groups.size());
}

}  // namespace hygie::directory
