// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Enabled or not: whoever may enable the account has the delegation back.
Findings unconstrained_delegation(const DirectoryFacts& facts, const Params&) {
  Findings found;
  for (std::size_t i = 0; i < facts.accounts.size(); ++i) {
    const auto& account = facts.accounts[i];
    if (facts.derived().account_is_controller[i]) continue;
    if (!account.control) {
      found.push_back(not_read(facts, account.dn, "userAccountControl"));
    } else if (account.has(uac::trusted_for_delegation)) {
      found.push_back(on(facts, Verdict::fail, account.dn,
                         {{"enabled", account.enabled() ? "yes" : "no"}, {"system", std::string(account.system)}}));
    }
  }
  return or_pass(std::move(found), facts, facts.accounts.size());
}

}  // namespace hygie::directory
