// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <set>

namespace hygie::directory {

// The directory part of the point alone: the files of these policies lie in SYSVOL, which is not read. A failure is a
// failure of the point; the message of a pass says what was not looked at.
Findings permissions_gpo_priv(const DirectoryFacts& facts, const Params&) {
  if (!facts.derived().privileged_known) return {not_read(facts, facts.domain.dn, "Domain Admins, Administrators")};
  std::set<NameRef> reaching;
  for (const auto name : privileged_names(facts))
    for (const auto one : policies_reaching(facts, name)) reaching.insert(one);
  for (const auto* site : sites_with_controllers(facts))
    for (const auto& link : policy_links(facts, site->gp_link))
      if (!link.disabled) reaching.insert(link.policy);
  Findings found;
  std::size_t examined = 0;
  for (const auto name : reaching) {
    const Gpo* gpo = policy(facts, name);
    if (gpo == nullptr) continue;  // a link to a policy that is gone applies nothing
    add_controls(facts, *gpo, Target::policy, found);
    ++examined;
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
