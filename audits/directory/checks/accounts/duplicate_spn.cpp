// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/text.hpp"

#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_map>

namespace hygie::directory {

Findings duplicate_spn(const DirectoryFacts& facts, const Params&) {
  std::unordered_map<std::string, const Account*> first;
  std::map<std::string, std::set<const Account*>, std::less<>> shared;
  for (const auto& account : facts.accounts) {
    for (const auto spn : account.spns) {
      const auto [known, added] = first.emplace(lower(spn), &account);
      if (!added && known->second != &account) shared[known->first].insert({known->second, &account});
    }
  }
  Findings found;
  for (const auto& [spn, accounts] : shared) {
    std::set<std::string_view> names;
    // the smallest name, so that the order in which the server answers changes nothing
    const Account* one = *accounts.begin();
    for (const auto* account : accounts) {
      names.insert(account->sam);
      if (facts.name(account->dn) < facts.name(one->dn)) one = account;
    }
    if (names.size() < 2) continue;
    found.push_back(
        on(facts, Verdict::fail, one->dn, {{"spn", spn}, {"accounts", fmt::format("{}", fmt::join(names, ", "))}}));
    found.back().object += " < " + spn;
  }
  return or_pass(std::move(found), facts, first.size());
}

}  // namespace hygie::directory
