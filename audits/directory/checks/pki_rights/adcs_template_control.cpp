// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>

namespace hygie::directory {

// A template that no authority publishes issues nothing until one does: ANSSI grades it 2.
Findings adcs_template_control(const DirectoryFacts& facts, const Params&) {
  if (facts.templates.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  for (const auto& one : facts.templates) {
    const bool published = std::any_of(
        facts.enrolment_services.begin(), facts.enrolment_services.end(), [&](const EnrolmentService& service) {
          return std::any_of(service.templates.begin(), service.templates.end(),
                             [&](std::string_view name) { return same_name(name, one.name); });
        });
    add_controls(facts, one, Target::certificate_template, found, {.level = published ? 1 : 2});
  }
  return or_pass(std::move(found), facts, facts.templates.size());
}

}  // namespace hygie::directory
