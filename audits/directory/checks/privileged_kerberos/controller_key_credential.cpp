// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings controller_key_credential(const DirectoryFacts& facts, const Params&) {
  const auto controllers = controller_accounts(facts);
  if (controllers.empty()) return {not_read(facts, facts.domain.dn, "domain controllers")};
  Findings found;
  add_key_credentials(facts, controllers, found);
  return or_pass(std::move(found), facts, controllers.size());
}

}  // namespace hygie::directory
