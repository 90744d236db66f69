// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dmarc_readers(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    if (!mail.dmarc.present()) return unread(mail.name, mail.dmarc);
    if (mail.dmarc_organisation.empty()) return on(Verdict::unknown, mail.name, {{"missing", "DNS"}});
    const bool same =
        mail.dmarc_domain == mail.dmarc_older_domain && mail.dmarc_organisation == mail.dmarc_older_organisation;
    return on(same ? Verdict::pass : Verdict::fail, mail.name,
              {{"record", mail.dmarc_domain},
               {"older_record", mail.dmarc_older_domain.empty() ? "-" : mail.dmarc_older_domain},
               {"organisation", mail.dmarc_organisation},
               {"older_organisation", mail.dmarc_older_organisation}});
  });
}

}  // namespace hygie::exposure
