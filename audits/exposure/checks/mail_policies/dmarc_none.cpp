// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dmarc_none(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    if (!mail.dmarc.present()) return unread(mail.name, mail.dmarc);
    const bool acts = mail.dmarc_policy == "reject" || mail.dmarc_policy == "quarantine";
    return on(acts ? Verdict::pass : Verdict::fail, mail.name,
              {{"policy", mail.dmarc_policy.empty() ? "-" : mail.dmarc_policy},
               {"source", "_dmarc." + (mail.dmarc_domain.empty() ? mail.name : mail.dmarc_domain)}});
  });
}

}  // namespace hygie::exposure
