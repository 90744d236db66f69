// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

namespace {

int strength(std::string_view policy) { return policy == "reject" ? 2 : policy == "quarantine" ? 1 : 0; }

}  // namespace

Findings dmarc_subdomains(const ExposureFacts& facts, const Params&) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    if (!mail.dmarc.present()) return unread(mail.name, mail.dmarc);
    // unheard questions above: the organisation's own record may decide otherwise
    if (mail.dmarc_organisation.empty()) return on(Verdict::unknown, mail.name, {{"missing", "DNS"}});
    const auto& existing = mail.dmarc_subdomain_policy;
    const auto& missing = mail.dmarc_missing_name_policy.empty() ? existing : mail.dmarc_missing_name_policy;
    const bool weaker = std::min(strength(existing), strength(missing)) < strength(mail.dmarc_policy);
    return on(weaker ? Verdict::fail : Verdict::pass, mail.name,
              {{"sub", existing}, {"missing_names", missing}, {"policy", mail.dmarc_policy}});
  });
}

}  // namespace hygie::exposure
