// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

Findings web_clear(const ExposureFacts& facts, const Params&) {
  return for_sites(
      facts, [](const Site& site) { return !site.tls; },
      [](const Site& site) -> std::optional<Finding> {
        if (site.redirect_end == "no-answer")
          return on(Verdict::unknown, site, {{"missing", "redirect"}, {"reason", site.redirect_end}});
        // where a redirect leaves the scope or turns round, another check says so
        const bool in_clear = site.redirect_end.empty() || site.redirect_end == "http";
        const bool fails = in_clear && (serves_page(site) || site.status == 401);
        return on(fails ? Verdict::fail : Verdict::pass, site,
                  {{"status", std::to_string(site.status)}, {"title", site.title}});
      });
}

}  // namespace hygie::exposure
