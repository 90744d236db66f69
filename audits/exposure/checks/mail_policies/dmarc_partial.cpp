// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dmarc_partial(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    return by_faults(mail.name, mail.dmarc, mail.dmarc_faults, {"partial", "testing"});
  });
}

}  // namespace hygie::exposure
