// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings exchanger_without_starttls(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(
      facts, [&](const MailDomain& mail) { return by_exchangers(mail, &Exchanger::starttls, Verdict::pass); });
}

}  // namespace hygie::exposure
