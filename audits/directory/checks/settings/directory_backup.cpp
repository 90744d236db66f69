// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// A backup that knows the directory signs it (dSASignature); a domain never signed was never backed up.
Findings directory_backup(const DirectoryFacts& facts, const Params& params) {
  const auto since = facts.domain.last_backup ? facts.domain.last_backup : facts.domain.created;
  if (!since) return {not_read(facts, facts.domain.dn, "replPropertyMetaData, whenCreated")};
  const auto age = age_days(facts, *since);
  const auto limit = params.days("max_age_days");
  return on_domain(facts, age < limit ? Verdict::pass : Verdict::fail,
                   {{"age_days", std::to_string(age)},
                    {"max_age_days", std::to_string(limit)},
                    {"backup", day(facts.domain.last_backup)}});
}

}  // namespace hygie::directory
