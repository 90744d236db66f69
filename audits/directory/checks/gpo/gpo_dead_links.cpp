// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// A link to a policy that is gone, or to one whose both halves are off: what people believe applied is not.
Findings gpo_dead_links(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& node : facts.nodes) {
    const bool head = node.kind == NodeKind::domain_head && node.gp_link.empty();
    for (const auto& link : policy_links(facts, head ? facts.domain.gp_link : node.gp_link)) {
      ++examined;
      // A policy of another domain is not read here.
      if (!is_below(link.dn, facts.name(facts.domain.dn))) continue;
      const Gpo* gpo = policy(facts, link.policy);
      const bool off = gpo != nullptr && (gpo->flags & 3U) == 3U && !link.disabled;
      if (gpo != nullptr && !off) continue;
      const auto shown = gpo != nullptr && !gpo->display_name.empty() ? gpo->display_name : first_value(link.dn);
      auto finding = on(facts, Verdict::fail, node.dn,
                        {{"policy", std::string(shown)}, {"state", gpo == nullptr ? "absent" : "disabled"}});
      finding.object += " < " + std::string(link.dn);
      found.push_back(std::move(finding));
    }
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
