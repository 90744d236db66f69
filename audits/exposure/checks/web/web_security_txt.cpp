// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

Findings web_security_txt(const ExposureFacts& facts, const Params&) {
  return for_sites(
      facts, [](const Site& site) { return site.tls; },
      [](const Site& site) -> std::optional<Finding> {
        const auto& file = site.security_txt;
        if (file.outcome == Outcome::not_run) return {};
        auto verdict = verdict_of(file, Verdict::pass);
        if (file.present() && !file.reason.empty()) verdict = Verdict::fail;
        return on(verdict, site, {{"fault", file.present() ? file.reason : "missing"}});
      });
}

}  // namespace hygie::exposure
