// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings privileged_logon_script(const DirectoryFacts& facts, const Params&) {
  return judge_enabled_privileged(facts, [&](const Account& account) -> Judgement {
    if (account.script.empty()) return std::nullopt;
    return on(facts, Verdict::fail, account.dn, {{"script", std::string(account.script)}});
  });
}

}  // namespace hygie::directory
