// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dmarc_missing(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    // what a registry says for all its domains is not the hospital's own word, and its reports go to the registry
    if (mail.dmarc.present() && mail.dmarc_rule == "public-suffix")
      return on(Verdict::fail, mail.name, {{"reason", "public-suffix"}});
    return observed(mail.name, mail.dmarc, Verdict::pass);
  });
}

}  // namespace hygie::exposure
