// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rodc/rodc.hpp"

namespace hygie::directory {

// Each read-only controller has its own krbtgt_N; without the link nothing uses it and nobody watches it.
Findings rodc_orphan_krbtgt(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& account : facts.accounts) {
    if (!same_name(account.sam.substr(0, 7), "krbtgt_")) continue;
    ++examined;
    if (account.krbtgt_link == NameRef::none)
      found.push_back(on(facts, Verdict::fail, account.dn, {{"changed", day(password_changed(account))}}));
  }
  if (examined == 0) return on_domain(facts, Verdict::not_applicable);
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
