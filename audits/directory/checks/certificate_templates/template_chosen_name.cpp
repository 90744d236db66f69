// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings template_chosen_name(const DirectoryFacts& facts, const Params&) {
  return judge_templates(facts, [&](const CertificateTemplate& one) {
    return requester_chooses_name(one) && opens_sessions(one) && issues_at_once(one) &&
           is_published_for_logon(facts, one);
  });
}

}  // namespace hygie::directory
