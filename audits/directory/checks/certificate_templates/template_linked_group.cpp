// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"
#include "audits/directory/names.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

/// The first issuance policy of the template that is linked to a group; null when none is.
const IssuancePolicy* linked_policy(const DirectoryFacts& facts, const CertificateTemplate& one) {
  const auto& own = one.issuance_policies;
  const auto& all = facts.issuance_policies;
  const auto linked = std::find_if(all.begin(), all.end(), [&](const IssuancePolicy& policy) {
    return policy.linked_group != NameRef::none && std::find(own.begin(), own.end(), policy.oid) != own.end();
  });
  return linked == all.end() ? nullptr : &*linked;
}

}  // namespace

Findings template_linked_group(const DirectoryFacts& facts, const Params&) {
  auto found = judge_templates(facts, [&](const CertificateTemplate& one) {
    return opens_sessions(one) && issues_at_once(one) && linked_policy(facts, one) != nullptr;
  });
  for (auto& finding : found) {
    if (finding.verdict != Verdict::fail) continue;
    const auto one = std::find_if(facts.templates.begin(), facts.templates.end(),
                                  [&](const auto& all) { return facts.name(all.dn) == finding.object; });
    const auto* policy = linked_policy(facts, *one);
    finding.evidence["policy"] = first_value(facts.name(policy->dn));
    finding.evidence["policy_oid"] = std::string(policy->oid);
    finding.evidence["group"] = first_value(facts.name(policy->linked_group));
  }
  return found;
}

}  // namespace hygie::directory
