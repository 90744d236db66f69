// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>

namespace hygie::directory {

// Ordinary readers may not see the keys themselves; where a gMSA lives there is one.
Findings permissions_gmsa_keys(const DirectoryFacts& facts, const Params&) {
  auto objects = nodes_of(facts, {NodeKind::kds_container});
  if (objects.empty()) return {not_read(facts, facts.domain.dn, "CN=Master Root Keys")};
  const auto container = objects.front()->dn;
  const auto keys = nodes_of(facts, {NodeKind::kds_root_key});
  const bool used = std::any_of(facts.accounts.begin(), facts.accounts.end(), [](const Account& one) {
    return one.kind == AccountKind::group_managed_service || one.kind == AccountKind::delegated_managed_service;
  });
  objects.insert(objects.end(), keys.begin(), keys.end());
  Findings found;
  for (const auto* object : objects) add_controls(facts, *object, Target::other, found);
  if (keys.empty() && used) found.push_back(not_read(facts, container, "msKds-ProvRootKey"));
  return or_pass(std::move(found), facts, objects.size());
}

}  // namespace hygie::directory
