// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings template_enrolment_agent(const DirectoryFacts& facts, const Params&) {
  return judge_templates(facts, [](const CertificateTemplate& one) {
    return has_usage(one, usage::enrolment_agent) && issues_at_once(one);
  });
}

}  // namespace hygie::directory
