// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings privileged_key_credential(const DirectoryFacts& facts, const Params&) {
  auto found = unseen_privileged(facts);
  add_key_credentials(facts, privileged_accounts(facts), found);
  return or_pass(std::move(found), facts, facts.derived().privileged_accounts.size());
}

}  // namespace hygie::directory
