// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings spf_ptr(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(
      facts, [&](const MailDomain& mail) { return by_faults(mail.name, mail.spf, mail.spf_faults, {"ptr"}); });
}

}  // namespace hygie::exposure
