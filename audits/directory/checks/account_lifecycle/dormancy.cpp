// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/account_lifecycle/dormancy.hpp"

namespace hygie::directory {

std::optional<bool> is_dormant(const DirectoryFacts& facts, const Account& account, const Params& params) {
  const auto changed = secret_since(account);
  const auto seen = last_sign_of_life(account);
  // One recent date is enough to know that the account lives.
  const bool recent_password = changed && age_days(facts, *changed) <= params.days("max_age_days");
  const bool recent_logon = seen && age_days(facts, *seen) <= params.days("max_idle_days");
  if (recent_password || recent_logon) return false;
  if (!changed || !seen) return std::nullopt;
  return true;
}

Share share_of_people(const DirectoryFacts& facts, const std::function<std::optional<bool>(const Account&)>& holds) {
  Share share;
  for (const auto* account : people(facts)) {
    if (account->control && !account->enabled()) continue;
    ++share.total;
    const auto answer = account->control ? holds(*account) : std::nullopt;
    if (!answer)
      ++share.unread;
    else if (*answer)
      ++share.count;
  }
  return share;
}

}  // namespace hygie::directory
