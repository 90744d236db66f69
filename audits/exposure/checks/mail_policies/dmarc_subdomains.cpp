// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dmarc_subdomains(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    if (!mail.dmarc.present()) return unread(mail.name, mail.dmarc);
    const bool weaker = mail.dmarc_subdomain_policy == "none" && mail.dmarc_policy != "none";
    return on(weaker ? Verdict::fail : Verdict::pass, mail.name,
              {{"sub", mail.dmarc_subdomain_policy}, {"policy", mail.dmarc_policy}});
  });
}

}  // namespace hygie::exposure
