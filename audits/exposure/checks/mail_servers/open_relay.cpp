// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings open_relay(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(
      facts, [&](const MailDomain& mail) { return by_exchangers(mail, &Exchanger::relays, Verdict::fail); });
}

}  // namespace hygie::exposure
