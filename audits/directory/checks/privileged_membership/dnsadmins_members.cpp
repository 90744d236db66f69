// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Members of this group make the DNS service, hence a controller, load code of their choice.
Findings dnsadmins_members(const DirectoryFacts& facts, const Params&) {
  const auto* group = dns_admins(facts);
  if (group == nullptr) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  if (group->incomplete) found.push_back(not_read(facts, group->dn, "member"));
  const auto add = [&](NameRef member) {
    found.push_back(on(facts, Verdict::fail, member, {{"group", std::string(group->sam)}}));
  };
  const auto members = all_members(facts, *group);
  for (const auto i : members)
    if (!facts.derived().account_is_privileged[i] && !facts.derived().account_is_controller[i])
      add(facts.accounts[i].dn);
  for (const auto member : group->members)
    if (facts.account(member) == nullptr && facts.group(member) == nullptr) add(member);
  return or_pass(std::move(found), facts, members.size());
}

}  // namespace hygie::directory
