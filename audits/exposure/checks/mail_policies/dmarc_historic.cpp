// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dmarc_historic(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    return by_faults(mail.name, mail.dmarc, mail.dmarc_faults, {"historic-pct", "historic-rf", "historic-ri"});
  });
}

}  // namespace hygie::exposure
