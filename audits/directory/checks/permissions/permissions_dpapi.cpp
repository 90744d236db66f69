// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Every Windows domain has these keys: not seeing them means not being allowed to, not that there are none.
Findings permissions_dpapi(const DirectoryFacts& facts, const Params&) {
  const auto keys = nodes_of(facts, {NodeKind::dpapi_key});
  if (keys.empty()) return {not_read(facts, facts.domain.dn, "BCKUPKEY")};
  return controls_over(facts, keys, Target::other);
}

}  // namespace hygie::directory
