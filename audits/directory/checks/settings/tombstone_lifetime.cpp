// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings tombstone_lifetime(const DirectoryFacts& facts, const Params& params) {
  const auto lifetime = facts.forest.tombstone_lifetime;
  if (!lifetime) return {not_read(facts, facts.domain.dn, "tombstoneLifetime")};
  const auto minimum = params.days("min_days");
  return on_domain(facts, *lifetime >= minimum ? Verdict::pass : Verdict::fail,
                   {{"days", std::to_string(*lifetime)}, {"minimum", std::to_string(minimum)}});
}

}  // namespace hygie::directory
