// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

#include <fmt/format.h>

namespace hygie::directory {

// Absent or 0, the attribute leaves the account to the domain's default, which is not AES (MS-KILE 3.1.1.5).
Findings kerberos_no_aes(const DirectoryFacts& facts, const Params&) {
  constexpr std::uint32_t aes = 0x18;
  return judge_enabled(facts, all_accounts(facts), [&](const Account& account) -> Judgement {
    const bool service = account.is_person() || account.is_managed_service();
    if (!service || account.spns.empty() || (account.encryption_types.value_or(0) & aes) != 0) return std::nullopt;
    const auto types = account.encryption_types ? fmt::format("0x{:x}", *account.encryption_types) : "absent";
    return on(facts, Verdict::fail, account.dn, {{"spn", std::string(account.spns.front())}, {"types", types}});
  });
}

}  // namespace hygie::directory
