// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Without sight of the PSOs, a service name may be tolerated or not: unknown.
Findings privileged_spn(const DirectoryFacts& facts, const Params& params) {
  return judge_enabled_privileged(facts, [&](const Account& account) -> Judgement {
    if (account.spns.empty() || tolerates_spn(facts, account, params)) return std::nullopt;
    if (!settings_seen(facts)) return not_read(facts, account.dn, "msDS-PasswordSettings");
    return on(facts, Verdict::fail, account.dn,
              {{"spn", std::string(account.spns.front())},
               {"count", std::to_string(account.spns.size())},
               {"password_changed", day(password_changed(account))}});
  });
}

}  // namespace hygie::directory
