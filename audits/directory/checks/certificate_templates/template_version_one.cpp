// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings template_version_one(const DirectoryFacts& facts, const Params&) {
  return judge_templates(facts, [&](const CertificateTemplate& one) {
    return one.schema_version == 1 && (one.name_flag & template_flags::requester_names_subject) != 0 &&
           issues_at_once(one) && is_published_for_logon(facts, one);
  });
}

}  // namespace hygie::directory
