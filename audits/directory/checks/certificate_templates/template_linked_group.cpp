// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"
#include "audits/directory/checks/support.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

bool gives_group(const DirectoryFacts& facts, std::string_view oid) {
  return std::any_of(facts.issuance_policies.begin(), facts.issuance_policies.end(), [&](const IssuancePolicy& policy) {
    return policy.oid == oid && policy.linked_group != NameRef::none;
  });
}

}  // namespace

Findings template_linked_group(const DirectoryFacts& facts, const Params&) {
  return judge_templates(facts, [&](const CertificateTemplate& one) {
    const auto& policies = one.issuance_policies;
    return opens_sessions(one) && issues_at_once(one) &&
           std::any_of(policies.begin(), policies.end(), [&](std::string_view oid) { return gives_group(facts, oid); });
  });
}

}  // namespace hygie::directory
