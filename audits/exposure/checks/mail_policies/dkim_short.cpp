// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dkim_short(const ExposureFacts& facts, const Params& params) {
  return per_mail_domain(facts, [&](const MailDomain& mail) {
    const auto least = static_cast<unsigned>(params.integer("min_bits"));
    return by_keys(mail, [least](const DkimKey& key) {
      return !key.found.present() || key.revoked || (key.key != "rsa" && key.bits > 0) || key.bits >= least
                 ? Verdict::pass
                 : Verdict::fail;
    });
  });
}

}  // namespace hygie::exposure
