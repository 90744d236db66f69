// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings privileged_spn_tolerated(const DirectoryFacts& facts, const Params& params) {
  return judge_enabled_privileged(facts, [&](const Account& account) -> Judgement {
    if (account.spns.empty()) return std::nullopt;
    if (!tolerates_spn(facts, account, params))
      return settings_seen(facts) ? Judgement{} : not_read(facts, account.dn, "msDS-PasswordSettings");
    return on(facts, Verdict::fail, account.dn, {{"spn", std::string(account.spns.front())}});
  });
}

}  // namespace hygie::directory
