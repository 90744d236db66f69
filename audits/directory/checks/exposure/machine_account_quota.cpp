// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings machine_account_quota(const DirectoryFacts& facts, const Params&) {
  const auto quota = facts.domain.machine_account_quota;
  if (!quota) return {not_read(facts, facts.domain.dn, "ms-DS-MachineAccountQuota")};
  return on_domain(facts, *quota == 0 ? Verdict::pass : Verdict::fail, {{"quota", std::to_string(*quota)}});
}

}  // namespace hygie::directory
