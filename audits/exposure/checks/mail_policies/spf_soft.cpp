// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings spf_soft(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    if (!mail.spf.present()) return unread(mail.name, mail.spf);
    return on(mail.spf_all == "~all" ? Verdict::fail : Verdict::pass, mail.name);
  });
}

}  // namespace hygie::exposure
