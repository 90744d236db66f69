// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

Findings web_login_clear(const ExposureFacts& facts, const Params&) {
  return for_sites(
      facts, [](const Site& site) { return !site.tls; },
      [](const Site& site) -> std::optional<Finding> {
        if (site.redirect_end == "no-answer")
          return on(Verdict::unknown, site, {{"missing", "redirect"}, {"reason", site.redirect_end}});
        const bool in_clear = site.redirect_end.empty() || site.redirect_end == "http";
        // HTTP Basic sends the password with each request
        const bool asks = site.login_form || header_of(site, "www-authenticate").starts_with("Basic");
        return on(in_clear && asks ? Verdict::fail : Verdict::pass, site,
                  {{"how", site.login_form ? "form" : "basic"}, {"title", site.title}});
      });
}

}  // namespace hygie::exposure
