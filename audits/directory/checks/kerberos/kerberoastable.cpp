// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Anyone may ask for a ticket to any service; only the strength and the age of the password stand in the way.
Findings kerberoastable(const DirectoryFacts& facts, const Params& params) {
  const auto judge = with_old_password(facts, params.days("max_age_days"));
  return judge_enabled(facts, people(facts), [&](const Account& account) -> Judgement {
    if (account.spns.empty()) return std::nullopt;
    auto finding = judge(account);
    if (finding) finding->evidence.emplace("spn", std::string(account.spns.front()));
    return finding;
  });
}

}  // namespace hygie::directory
