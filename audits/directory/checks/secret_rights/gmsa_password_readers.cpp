// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// The servers that use it are what the list is for; everybody is not, nor anybody ordinary where it is privileged.
Findings gmsa_password_readers(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (std::size_t i = 0; i < facts.accounts.size(); ++i) {
    const auto& account = facts.accounts[i];
    if (account.kind != AccountKind::group_managed_service && account.kind != AccountKind::delegated_managed_service)
      continue;
    ++examined;
    const auto* readers = facts.descriptor(account.password_readers);
    if (readers == nullptr) {
      found.push_back(not_read(facts, account.dn, "msDS-GroupMSAMembership"));
      continue;
    }
    const bool privileged = facts.derived().account_is_privileged[i];
    for (const auto reader : holders(facts, *readers, rights::read_property, {}))
      if (is_everyone_like(facts, reader) || (privileged && !is_trusted(facts, reader)))
        found.push_back(trustee_finding(facts, account.dn, reader, "ReadGMSAPassword", false, privileged ? 1 : 2));
  }
  if (examined == 0) return on_domain(facts, Verdict::not_applicable);
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
