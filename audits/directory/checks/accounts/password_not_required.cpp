// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// Exchange creates its monitoring mailboxes so, in a container of their own.
Findings password_not_required(const DirectoryFacts& facts, const Params&) {
  const auto judge = with_flag(facts, uac::password_not_required);
  return judge_enabled(facts, people(facts), [&](const Account& account) {
    const auto container = first_value(parent_name(facts.name(account.dn)));
    return same_name(container, "Monitoring Mailboxes") ? std::nullopt : judge(account);
  });
}

}  // namespace hygie::directory
