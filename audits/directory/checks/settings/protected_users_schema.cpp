// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings protected_users_schema(const DirectoryFacts& facts, const Params& params) {
  if (!facts.schema.version) return {not_read(facts, facts.domain.dn, "objectVersion")};
  const auto minimum = params.integer("min_version");
  return on_domain(facts, *facts.schema.version >= minimum ? Verdict::pass : Verdict::fail,
                   {{"version", std::to_string(*facts.schema.version)}, {"minimum", std::to_string(minimum)}});
}

}  // namespace hygie::directory
