// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings spf_invalid(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    return by_faults(mail.name, mail.spf, mail.spf_faults,
                     {"several-records", "syntax", "dead-include", "dead-redirect", "loop", "too-many-voids",
                      "several-redirects", "terms-after-all", "redirect-beside-all"});
  });
}

}  // namespace hygie::exposure
