// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dkim_testing(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    return by_keys(mail, [](const DkimKey& key) { return key.testing || key.revoked ? Verdict::fail : Verdict::pass; });
  });
}

}  // namespace hygie::exposure
