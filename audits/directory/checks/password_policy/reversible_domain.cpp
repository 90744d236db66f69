// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings reversible_domain(const DirectoryFacts& facts, const Params&) {
  const auto& reversible = facts.domain.rules.reversible;
  if (!reversible) return {not_read(facts, facts.domain.dn, "pwdProperties")};
  return on_domain(facts, *reversible ? Verdict::fail : Verdict::pass);
}

}  // namespace hygie::directory
