// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings controller_count(const DirectoryFacts& facts, const Params& params) {
  const auto count = static_cast<std::int64_t>(facts.derived().controllers.size());
  if (count == 0) return {not_read(facts, facts.domain.dn, "domain controllers")};
  const auto minimum = params.integer("minimum");
  return on_domain(facts, count >= minimum ? Verdict::pass : Verdict::fail,
                   {{"count", std::to_string(count)}, {"minimum", std::to_string(minimum)}});
}

}  // namespace hygie::directory
