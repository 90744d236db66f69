// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// pwdLastSet does not follow the hidden secret: only the replication metadata of unicodePwd do.
Findings smartcard_old_secret(const DirectoryFacts& facts, const Params& params) {
  const auto limit = params.days("max_age_days");
  return judge_enabled(facts, people(facts), [&](const Account& account) -> Judgement {
    if (!account.has(uac::smartcard_required)) return std::nullopt;
    if (!account.key_set) return not_read(facts, account.dn, "replPropertyMetaData");
    const auto age = age_days(facts, *account.key_set);
    if (age <= limit) return std::nullopt;
    return on(facts, Verdict::fail, account.dn,
              {{"age_days", std::to_string(age)}, {"max_age_days", std::to_string(limit)}});
  });
}

}  // namespace hygie::directory
