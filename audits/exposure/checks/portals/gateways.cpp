// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

namespace {

/// Each such sign, judged; none: not applicable.
Findings for_signs(const ExposureFacts& facts, const SignQuestion& question,
                   const std::function<Finding(const Site&, const WebSign&)>& judge) {
  Findings found;
  for (const auto& site : facts.sites)
    for (const auto& sign : site.signs)
      if (answers_to(sign, question)) found.push_back(judge(site, sign));
  return or_pass(std::move(found), facts, 0);
}

// passive marks of a build alone: what says its version to anybody says which flaw to try
Finding version_hidden(const Site& site, const WebSign& sign) {
  return on(said_by(sign, "version").empty() ? Verdict::pass : Verdict::fail, site, evidence_of(sign));
}

}  // namespace

Findings vpn_version(const ExposureFacts& facts, const Params&) {
  return for_signs(facts, {.kinds = {"vpn"}}, &version_hidden);
}

Findings exchange_version(const ExposureFacts& facts, const Params&) {
  return for_signs(facts, {.kinds = {"portal"}, .names = {"owa"}}, &version_hidden);
}

// a gateway is there to be reached: what matters is that somebody is named to keep it up to date
Findings vpn_gateway(const ExposureFacts& facts, const Params&) {
  return for_signs(facts, {.kinds = {"vpn"}}, [&](const Site& site, const WebSign& sign) {
    const auto* asset = asset_of(facts, site);
    auto evidence = evidence_of(sign);
    evidence["owner"] = asset == nullptr ? "" : asset->owner;
    const auto verdict = evidence["owner"].empty() ? Verdict::fail : Verdict::pass;
    return on(verdict, site, std::move(evidence));
  });
}

}  // namespace hygie::exposure
