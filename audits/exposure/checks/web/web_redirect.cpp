// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

Findings web_redirect(const ExposureFacts& facts, const Params&) {
  return for_sites(facts, {}, [](const Site& site) -> std::optional<Finding> {
    if (site.redirects.empty()) return {};
    const auto& end = site.redirect_end;
    if (end == "no-answer") return on(Verdict::unknown, site, {{"missing", "redirect"}, {"reason", end}});
    // from https to http: what was protected no longer is
    const bool falls_back = site.tls && end == "http";
    const bool broken = end == "loop" || end == "too-many" || end == "unreadable" || falls_back;
    return on(broken ? Verdict::fail : Verdict::pass, site,
              {{"end", end}, {"count", std::to_string(site.redirects.size())}, {"last", site.redirects.back()}});
  });
}

}  // namespace hygie::exposure
