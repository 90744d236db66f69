// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"
#include "audits/exposure/pages/policies.hpp"

namespace hygie::exposure {

Findings web_hsts(const ExposureFacts& facts, const Params& params) {
  const auto least = params.integer("min_seconds");
  return for_sites(
      facts, [](const Site& site) { return site.tls; },
      [&](const Site& site) -> std::optional<Finding> {
        const auto policy = pages::read_transport_policy(site.hsts);
        const auto seconds = policy ? policy->max_age : 0;
        const bool good = policy && seconds >= static_cast<std::uint64_t>(least);
        return on(good ? Verdict::pass : Verdict::fail, site,
                  {{"state", site.hsts.empty() ? "absent"
                             : policy          ? "short"
                                               : "invalid"},
                   {"max_age", std::to_string(seconds)},
                   {"min_seconds", std::to_string(least)}});
      });
}

}  // namespace hygie::exposure
