// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/machine_accounts/servers.hpp"

#include "audits/directory/checks/text.hpp"

#include <algorithm>

namespace hygie::directory {

bool is_cluster(const Account& account) {
  return std::any_of(account.spns.begin(), account.spns.end(), [](std::string_view spn) {
    return lower(spn.substr(0, spn.find('/'))) == "msclustervirtualserver";
  });
}

std::vector<const Account*> member_servers(const DirectoryFacts& facts) {
  std::vector<const Account*> servers;
  for (std::size_t i = 0; i < facts.accounts.size(); ++i) {
    const auto& account = facts.accounts[i];
    if (account.is_computer() && account.is_server() && account.enabled() && !is_cluster(account) &&
        !facts.derived().account_is_controller[i])
      servers.push_back(&account);
  }
  return servers;
}

void judge_password_age(const DirectoryFacts& facts, const Account& account, std::int64_t limit, Findings& found) {
  const auto changed = password_changed(account);
  if (!changed) {
    found.push_back(not_read(facts, account.dn, "pwdLastSet"));
  } else if (const auto age = age_days(facts, *changed); age > limit) {
    found.push_back(on(facts, Verdict::fail, account.dn,
                       {{"age_days", std::to_string(age)},
                        {"max_age_days", std::to_string(limit)},
                        {"changed", day(changed)},
                        {"last_logon", day(account.last_logon)}}));
  }
}

Findings old_server_passwords(const DirectoryFacts& facts, const Params& params) {
  Findings found;
  const auto servers = member_servers(facts);
  for (const auto* server : servers)
    if (active_within(facts, *server, params.days("active_days")))
      judge_password_age(facts, *server, params.days("max_age_days"), found);
  return or_pass(std::move(found), facts, servers.size());
}

}  // namespace hygie::directory
