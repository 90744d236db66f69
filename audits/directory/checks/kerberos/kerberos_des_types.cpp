// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

#include <fmt/format.h>

namespace hygie::directory {

// Machines write this attribute themselves, often with every type; people's and services' were set by somebody.
Findings kerberos_des_types(const DirectoryFacts& facts, const Params&) {
  constexpr std::uint32_t des = 0x3;
  return judge_enabled(facts, all_accounts(facts), [&](const Account& account) -> Judgement {
    const auto types = account.encryption_types.value_or(0);
    if (account.is_computer() || (types & des) == 0) return std::nullopt;
    return on(facts, Verdict::fail, account.dn, {{"types", fmt::format("0x{:x}", types)}});
  });
}

}  // namespace hygie::directory
