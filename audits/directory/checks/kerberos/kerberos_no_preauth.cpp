// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// ANSSI accepts a strong secret in place of preauthentication; privileged accounts are another point.
Findings kerberos_no_preauth(const DirectoryFacts& facts, const Params& params) {
  return judge_enabled(facts, people(facts), [&](const Account& account) -> Judgement {
    if (!account.has(uac::no_preauth)) return std::nullopt;
    const auto index = static_cast<std::size_t>(&account - facts.accounts.data());
    if (facts.derived().account_is_privileged[index] || has_strong_secret(facts, account, params)) return std::nullopt;
    if (!settings_seen(facts)) return not_read(facts, account.dn, "msDS-PasswordSettings");
    return on(facts, Verdict::fail, account.dn, {{"changed", day(password_changed(account))}});
  });
}

}  // namespace hygie::directory
