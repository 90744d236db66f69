// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rodc/rodc.hpp"

#include <algorithm>

namespace hygie::directory {

Findings rodc_sysvol_write(const DirectoryFacts& facts, const Params&) {
  const auto& controllers = facts.derived().read_only_controllers;
  if (controllers.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  for (const auto i : controllers) {
    const auto dn = facts.accounts[i].dn;
    const auto own = std::find_if(facts.sysvol_replicas.begin(), facts.sysvol_replicas.end(), [&](const auto& one) {
      return !one.ntfrs && is_below(facts.name(one.dn), facts.name(dn));
    });
    if (own == facts.sysvol_replicas.end())
      found.push_back(not_read(facts, dn, "msDFSR-Subscription"));
    else if (!own->read_only)
      found.push_back(not_read(facts, dn, "msDFSR-ReadOnly"));
    else if (!*own->read_only)
      found.push_back(on(facts, Verdict::fail, dn, {{"msdfsr_readonly", "FALSE"}}));
  }
  return or_pass(std::move(found), facts, controllers.size());
}

}  // namespace hygie::directory
