// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/sid_history/histories.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings sid_history_same_domain(const DirectoryFacts& facts, const Params&) {
  if (facts.domain.sid == SidRef::none) return {not_read(facts, facts.domain.dn, "objectSid")};
  const auto& domain = facts.sid(facts.domain.sid);
  return judge_histories(facts, [&](SidRef ref) {
    const auto& sid = facts.sid(ref);
    return sid.is_domain_account() && sid.domain() == domain;
  });
}

}  // namespace hygie::directory
