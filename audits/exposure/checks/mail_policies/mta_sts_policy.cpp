// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings mta_sts_policy(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    const bool not_fetched = mail.mta_sts.present() && mail.mta_sts_policy.outcome == Outcome::not_run;
    if (not_fetched && facts.missing(Part::web)) return on(Verdict::unknown, mail.name, {{"missing", "web"}});
    if (!mail.mta_sts_policy.present()) return unread(mail.name, mail.mta_sts_policy);
    const bool sound = mail.mta_sts_mode == "enforce" && mail.mta_sts_faults.empty();
    return on(sound ? Verdict::pass : Verdict::fail, mail.name,
              {{"mode", mail.mta_sts_mode.empty() ? "-" : mail.mta_sts_mode},
               {"faults", mail.mta_sts_faults.empty() ? "-" : joined(mail.mta_sts_faults)}});
  });
}

}  // namespace hygie::exposure
