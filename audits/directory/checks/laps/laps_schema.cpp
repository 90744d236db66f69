// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings laps_schema(const DirectoryFacts& facts, const Params&) {
  return on_domain(facts, facts.schema.laps_legacy || facts.schema.laps_windows ? Verdict::pass : Verdict::fail);
}

}  // namespace hygie::directory
