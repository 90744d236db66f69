// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/sid_history/histories.hpp"
#include "audits/directory/checks/support.hpp"

#include <algorithm>

namespace hygie::directory {

Findings sid_history_unknown_domain(const DirectoryFacts& facts, const Params&) {
  return judge_histories(facts, [&](SidRef ref) {
    const auto& sid = facts.sid(ref);
    const auto is = [&](SidRef domain) { return domain != SidRef::none && facts.sid(domain) == sid.domain(); };
    const bool known = is(facts.domain.sid) || std::any_of(facts.trusts.begin(), facts.trusts.end(),
                                                           [&](const Trust& one) { return is(one.partner_sid); });
    return sid.is_domain_account() && !known;
  });
}

}  // namespace hygie::directory
