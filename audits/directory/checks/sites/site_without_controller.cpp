// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

#include <algorithm>

namespace hygie::directory {

Findings site_without_controller(const DirectoryFacts& facts, const Params&) {
  if (facts.sites.empty()) return {not_read(facts, facts.domain.dn, "site")};
  Findings found;
  for (const auto& site : facts.sites) {
    const bool served = std::any_of(facts.servers.begin(), facts.servers.end(), [&](const Server& one) {
      return one.has_settings && is_below(facts.name(one.dn), facts.name(site.dn));
    });
    if (!served) found.push_back(on(facts, Verdict::fail, site.dn));
  }
  return or_pass(std::move(found), facts, facts.sites.size());
}

}  // namespace hygie::directory
