// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/text.hpp"

#include <algorithm>
#include <set>

namespace hygie::directory {

// The same person may administer several domains under one name: ANSSI counts people for its level 1, accounts for 2.
Findings privileged_number(const DirectoryFacts& facts, const Params& params) {
  if (auto unseen = unseen_privileged(facts); !unseen.empty()) return unseen;
  std::set<NameRef> distinct;
  std::set<std::string> grouped;
  for (const auto* account : privileged_accounts(facts)) {
    if (account == facts.account_by_rid(well_known::rid_administrator)) continue;
    distinct.insert(account->dn);
    grouped.insert(lower(account->sam));
  }
  for (const auto member : facts.derived().privileged_foreign) {
    distinct.insert(member);
    grouped.insert(lower(first_value(facts.name(member))));
  }
  const auto domains = static_cast<std::int64_t>(facts.forest.domains.size());
  const auto limit =
      static_cast<std::size_t>(std::max(params.integer("max_accounts"), params.integer("max_by_domain") * domains));
  const auto verdict = distinct.size() > limit ? Verdict::fail : Verdict::pass;
  return on_domain(facts, verdict,
                   {{"accounts", std::to_string(distinct.size())},
                    {"people", std::to_string(grouped.size())},
                    {"limit", std::to_string(limit)}},
                   grouped.size() > limit ? 1 : 2);
}

}  // namespace hygie::directory
