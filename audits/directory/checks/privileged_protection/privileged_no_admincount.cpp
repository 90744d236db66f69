// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// adminCount is the mark that SDProp leaves once it has locked the account's rights, so it is asked of disabled ones
// too.
Findings privileged_no_admincount(const DirectoryFacts& facts, const Params&) {
  return judge_privileged(facts, [&](const Account& account) -> Judgement {
    if (account.admin_count) return std::nullopt;
    return on(facts, Verdict::fail, account.dn,
              {{"admin_count", account.has_admin_count ? "0" : "absent"},
               {"group", std::string(first_value(facts.name(through(facts, account))))}});
  });
}

}  // namespace hygie::directory
