// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// A forged ticket stays valid until the krbtgt key has changed twice, so the age counts, not the strength.
Findings krbtgt_password_age(const DirectoryFacts& facts, const Params& params) {
  const Account* krbtgt = facts.account_by_rid(well_known::rid_krbtgt);
  if (krbtgt == nullptr) return {not_read(facts, facts.domain.dn, "krbtgt")};
  const auto changed = password_changed(*krbtgt);
  if (!changed) return {not_read(facts, krbtgt->dn, "pwdLastSet")};
  const auto age = age_days(facts, *changed);
  const auto limit = params.days("max_age_days");
  return {on(facts, age <= limit ? Verdict::pass : Verdict::fail, krbtgt->dn,
             {{"age_days", std::to_string(age)}, {"max_age_days", std::to_string(limit)}, {"changed", day(changed)}})};
}

}  // namespace hygie::directory
