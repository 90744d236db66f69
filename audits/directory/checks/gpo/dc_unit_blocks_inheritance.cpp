// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

Findings dc_unit_blocks_inheritance(const DirectoryFacts& facts, const Params&) {
  std::vector<NameRef> names;
  for (const auto* controller : controller_accounts(facts)) names.push_back(controller->dn);
  if (names.empty()) return {not_read(facts, facts.domain.dn, "domain controllers")};
  const auto places = places_holding(facts, names);
  Findings found;
  for (const auto* place : places)
    if ((place->gp_options & 1U) != 0)
      found.push_back(on(facts, Verdict::fail, place->dn, {{"gpoptions", std::to_string(place->gp_options)}}));
  return or_pass(std::move(found), facts, places.size());
}

}  // namespace hygie::directory
