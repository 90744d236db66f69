// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Units, containers and sites above what is privileged: a policy linked there reaches it.
Findings permissions_gpo_container_priv(const DirectoryFacts& facts, const Params&) {
  if (!facts.derived().privileged_known) return {not_read(facts, facts.domain.dn, "Domain Admins, Administrators")};
  auto places = places_holding(facts, privileged_names(facts));
  for (const auto* site : sites_with_controllers(facts)) places.push_back(site);
  Findings found;
  for (const auto* place : places) add_controls(facts, *place, Target::unit, found, {.level = 2});
  return or_pass(std::move(found), facts, places.size());
}

}  // namespace hygie::directory
