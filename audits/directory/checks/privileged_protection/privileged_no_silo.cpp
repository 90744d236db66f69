// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings privileged_no_silo(const DirectoryFacts& facts, const Params&) {
  return judge_enabled_privileged(facts, [&](const Account& account) -> Judgement {
    if (account.silo != NameRef::none && account.silo_enforced) return std::nullopt;
    const auto silo = account.silo == NameRef::none ? std::string_view("none") : first_value(facts.name(account.silo));
    return on(facts, Verdict::fail, account.dn, {{"silo", std::string(silo)}});
  });
}

}  // namespace hygie::directory
