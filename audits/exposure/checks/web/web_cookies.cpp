// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"
#include "audits/exposure/pages/cookies.hpp"

namespace hygie::exposure {

namespace {

using Fault = std::function<bool(const Site&, const Cookie&)>;

/// The cookies in which the fault is, by name; a site without cookies of that kind is not concerned.
Findings judged(const ExposureFacts& facts, bool sessions_only, const Fault& fault) {
  return for_sites(facts, {}, [&](const Site& site) -> std::optional<Finding> {
    std::string names;
    bool concerned = false;
    for (const auto& cookie : site.cookies) {
      if (sessions_only && !pages::names_a_session(cookie.name)) continue;
      concerned = true;
      if (fault(site, cookie)) names += (names.empty() ? "" : ", ") + cookie.name;
    }
    if (!concerned) return {};
    return on(names.empty() ? Verdict::pass : Verdict::fail, site, {{"cookies", names}});
  });
}

}  // namespace

Findings web_cookie_secure(const ExposureFacts& facts, const Params&) {
  return judged(facts, false, [](const Site&, const Cookie& cookie) { return !cookie.secure; });
}

Findings web_cookie_script(const ExposureFacts& facts, const Params&) {
  return judged(facts, true, [](const Site&, const Cookie& cookie) { return !cookie.http_only; });
}

Findings web_cookie_same_site(const ExposureFacts& facts, const Params&) {
  // None without Secure is refused by browsers, and with it lets every site send the cookie
  return judged(facts, true, [](const Site&, const Cookie& cookie) { return cookie.same_site.empty(); });
}

}  // namespace hygie::exposure
