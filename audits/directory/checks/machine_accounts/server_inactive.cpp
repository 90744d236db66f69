// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/machine_accounts/servers.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// The latest sign of life counts: a logon, or a password that changed by itself.
Findings server_inactive(const DirectoryFacts& facts, const Params& params) {
  Findings found;
  const auto servers = member_servers(facts);
  const auto limit = params.days("max_age_days");
  for (const auto* server : servers) {
    auto sign = server->last_logon;
    if (const auto changed = password_changed(*server); changed && (!sign || *changed > *sign)) sign = changed;
    if (!sign) sign = server->created;
    if (!sign) {
      found.push_back(not_read(facts, server->dn, "lastLogonTimestamp, pwdLastSet"));
    } else if (const auto age = age_days(facts, *sign); age > limit) {
      found.push_back(on(facts, Verdict::fail, server->dn,
                         {{"age_days", std::to_string(age)},
                          {"max_age_days", std::to_string(limit)},
                          {"last_logon", day(server->last_logon)}}));
    }
  }
  return or_pass(std::move(found), facts, servers.size());
}

}  // namespace hygie::directory
