// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings spf_lookups(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    if (!mail.spf.present()) return unread(mail.name, mail.spf);
    const bool unanswered =
        std::find(mail.spf_faults.begin(), mail.spf_faults.end(), "unanswered") != mail.spf_faults.end();
    if (unanswered && mail.spf_lookups <= 10) return on(Verdict::unknown, mail.name, {{"missing", "DNS"}});
    return on(mail.spf_lookups > 10 ? Verdict::fail : Verdict::pass, mail.name,
              {{"lookups", std::to_string(mail.spf_lookups)}});
  });
}

}  // namespace hygie::exposure
