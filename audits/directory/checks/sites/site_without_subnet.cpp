// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

#include <algorithm>

namespace hygie::directory {

Findings site_without_subnet(const DirectoryFacts& facts, const Params&) {
  if (facts.sites.empty()) return {not_read(facts, facts.domain.dn, "site")};
  Findings found;
  for (const auto& site : facts.sites)
    if (std::none_of(facts.subnets.begin(), facts.subnets.end(),
                     [&](const Subnet& one) { return one.site == site.dn; }))
      found.push_back(on(facts, Verdict::fail, site.dn));
  return or_pass(std::move(found), facts, facts.sites.size());
}

}  // namespace hygie::directory
