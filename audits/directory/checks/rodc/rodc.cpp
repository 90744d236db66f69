// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rodc/rodc.hpp"

#include <algorithm>

namespace hygie::directory {

Findings over_rodcs(const DirectoryFacts& facts, const std::function<void(const RodcSettings&, Findings&)>& judge) {
  const auto& controllers = facts.derived().read_only_controllers;
  if (controllers.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  for (const auto i : controllers) {
    const auto dn = facts.accounts[i].dn;
    const auto settings = std::find_if(facts.rodcs.begin(), facts.rodcs.end(),
                                       [dn](const RodcSettings& one) { return one.computer == dn; });
    // Both lists are filled when the controller is made: nothing in either means that they could not be read.
    if (settings == facts.rodcs.end() || (settings->never_reveal.empty() && settings->reveal_on_demand.empty()))
      found.push_back(not_read(facts, dn, "msDS-NeverRevealGroup, msDS-RevealOnDemandGroup"));
    else
      judge(*settings, found);
  }
  return or_pass(std::move(found), facts, controllers.size());
}

Finding member_finding(const DirectoryFacts& facts, NameRef holder, NameRef member) {
  auto name = std::string(first_value(facts.name(member)));
  if (const auto sid = sid_of(facts, member); sid != SidRef::none) name = facts.principal_name(sid);
  auto finding = on(facts, Verdict::fail, holder, {{"member", std::move(name)}});
  finding.object += " < " + std::string(facts.name(member));
  return finding;
}

SidRef sid_of(const DirectoryFacts& facts, NameRef name) {
  if (const auto* group = facts.group(name)) return group->sid;
  if (const auto* account = facts.account(name)) return account->sid;
  for (const auto& foreign : facts.foreign_principals)
    if (foreign.dn == name) return foreign.sid;
  return SidRef::none;
}

bool must_stay_home(const DirectoryFacts& facts, NameRef name) {
  const auto& derived = facts.derived();
  if (const auto* group = facts.group(name))
    return derived.group_is_privileged[static_cast<std::size_t>(group - facts.groups.data())];
  const auto* account = facts.account(name);
  if (account == nullptr) return false;
  if (account == facts.account_by_rid(well_known::rid_krbtgt)) return true;
  const auto at = static_cast<std::uint32_t>(account - facts.accounts.data());
  return derived.account_is_privileged[at] ||
         std::find(derived.controllers.begin(), derived.controllers.end(), at) != derived.controllers.end();
}

void add_missing(const DirectoryFacts& facts, NameRef holder, const std::vector<NameRef>& list,
                 const std::vector<NameRef>& wanted, Findings& found) {
  for (const auto name : wanted)
    if (name != NameRef::none && std::find(list.begin(), list.end(), name) == list.end())
      found.push_back(member_finding(facts, holder, name));
}

}  // namespace hygie::directory
