// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Windows changes the password of managed service accounts itself: the flag means nothing there.
Findings privileged_never_expires(const DirectoryFacts& facts, const Params&) {
  const auto judge = with_flag(facts, uac::dont_expire);
  return judge_enabled_privileged(
      facts, [&](const Account& account) { return account.is_managed_service() ? std::nullopt : judge(account); });
}

}  // namespace hygie::directory
