// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// A template that no authority publishes issues nothing until one does: ANSSI grades it 2.
Findings adcs_template_control(const DirectoryFacts& facts, const Params&) {
  if (facts.templates.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  for (const auto& one : facts.templates) {
    const int level = is_published(facts, one) ? 1 : 2;
    add_controls(facts, one, Target::certificate_template, found, {.level = level});
  }
  return or_pass(std::move(found), facts, facts.templates.size());
}

}  // namespace hygie::directory
