// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// The attribute is absent where nobody ever set it, which means FALSE (MS-ADA2); below level 2016 it has no effect.
Findings smartcard_rotation(const DirectoryFacts& facts, const Params&) {
  std::size_t cards = 0;
  for (const auto* account : people(facts))
    if (account->enabled() && account->has(uac::smartcard_required)) ++cards;
  if (cards == 0) return on_domain(facts, Verdict::not_applicable);
  const bool effective = facts.domain.behaviour.value_or(0) >= 7;
  const bool set = facts.domain.expire_smartcard_passwords.value_or(false);
  if (set && !facts.domain.behaviour) return {not_read(facts, facts.domain.dn, "msDS-Behavior-Version")};
  return on_domain(facts, set && effective ? Verdict::pass : Verdict::fail,
                   {{"accounts", std::to_string(cards)}, {"attribute", set ? "TRUE" : "FALSE"}});
}

}  // namespace hygie::directory
