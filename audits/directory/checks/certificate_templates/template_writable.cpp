// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings template_writable(const DirectoryFacts& facts, const Params&) {
  if (facts.enrolment_services.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  const auto templates = published_templates(facts);
  for (const auto* one : templates) {
    const auto* descriptor = facts.descriptor(one->descriptor);
    if (descriptor == nullptr) {
      found.push_back(not_read(facts, one->dn, "nTSecurityDescriptor"));
      continue;
    }
    for (const auto& control : dangerous_controls(facts, *descriptor, Target::certificate_template))
      if (facts.derived().everyone_sid[static_cast<std::size_t>(control.trustee)])
        found.push_back(trustee_finding(facts, one->dn, control.trustee, to_string(control.power), control.inherited));
  }
  return or_pass(std::move(found), facts, templates.size());
}

}  // namespace hygie::directory
