// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

namespace {

/// What asks people to sign in: a known portal or gateway, or a form with a password.
std::string portal_of(const Site& site) {
  for (const auto& sign : site.signs)
    if (sign.kind == "vpn" || sign.kind == "portal" || sign.kind == "viewer" || sign.kind == "help") return sign.name;
  const bool at_home = site.redirect_end != "http" && site.redirect_end != "out-of-scope";
  return site.login_form && at_home ? "form" : "";
}

}  // namespace

Findings second_factor(const ExposureFacts& facts, const Params&) {
  return for_sites(facts, {}, [&](const Site& site) -> std::optional<Finding> {
    const auto portal = portal_of(site);
    if (portal.empty()) return {};
    const auto* asset = asset_of(facts, site);
    Evidence evidence{{"portal", portal}, {"title", site.title}};
    if (asset == nullptr || asset->second_factor.empty()) {
      evidence["missing"] = asset == nullptr ? "inventory" : "second_factor";
      return on(Verdict::unknown, site, std::move(evidence));
    }
    evidence["asset"] = asset->id;
    return on(asset->second_factor == "yes" ? Verdict::pass : Verdict::fail, site, std::move(evidence));
  });
}

}  // namespace hygie::exposure
