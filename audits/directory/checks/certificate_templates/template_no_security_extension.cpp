// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings template_no_security_extension(const DirectoryFacts& facts, const Params&) {
  return judge_templates(facts, [&](const CertificateTemplate& one) {
    return (one.enrolment_flag & template_flags::no_security_extension) != 0 && opens_sessions(one);
  });
}

}  // namespace hygie::directory
