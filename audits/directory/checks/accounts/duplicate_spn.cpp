// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/text.hpp"

#include <fmt/format.h>
#include <set>

namespace hygie::directory {

Findings duplicate_spn(const DirectoryFacts& facts, const Params&) {
  std::map<std::string, std::set<std::string>, std::less<>> holders;
  std::map<std::string, NameRef, std::less<>> first;
  for (const auto& account : facts.accounts) {
    for (const auto spn : account.spns) {
      const auto name = lower(spn);
      holders[name].emplace(account.sam);
      // the smallest name, so that the order in which the server answers changes nothing
      auto& one = first.emplace(name, account.dn).first->second;
      if (facts.name(account.dn) < facts.name(one)) one = account.dn;
    }
  }
  Findings found;
  for (const auto& [spn, names] : holders) {
    if (names.size() < 2) continue;
    found.push_back(on(facts, Verdict::fail, first.at(spn),
                       {{"spn", spn}, {"accounts", fmt::format("{}", fmt::join(names, ", "))}}));
    found.back().object += " < " + spn;
  }
  return or_pass(std::move(found), facts, holders.size());
}

}  // namespace hygie::directory
