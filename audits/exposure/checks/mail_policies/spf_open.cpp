// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings spf_open(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    if (!mail.spf.present()) return unread(mail.name, mail.spf);
    for (const auto* fault : {"open-include", "open-network"})
      if (std::find(mail.spf_faults.begin(), mail.spf_faults.end(), fault) != mail.spf_faults.end())
        return on(Verdict::fail, mail.name, {{"all", fault}});
    const bool shut = mail.spf_all == "-all" || mail.spf_all == "~all";
    return on(shut ? Verdict::pass : Verdict::fail, mail.name, {{"all", mail.spf_all.empty() ? "-" : mail.spf_all}});
  });
}

}  // namespace hygie::exposure
