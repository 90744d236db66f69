// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings mta_sts_missing(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    if (mail.null_mx || mail.exchangers.empty()) return on(Verdict::not_applicable, mail.name);
    return observed(mail.name, mail.mta_sts, Verdict::pass);
  });
}

}  // namespace hygie::exposure
