// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings privileged_descriptor_unread(const DirectoryFacts& facts, const Params&) {
  return judge_privileged(facts, [&](const Account& account) -> Judgement {
    if (facts.descriptor(account.descriptor) != nullptr) return std::nullopt;
    return on(facts, Verdict::fail, account.dn);
  });
}

}  // namespace hygie::directory
