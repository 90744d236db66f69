// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"
#include "audits/exposure/pages/policies.hpp"

namespace hygie::exposure {

namespace {

Findings judged(const ExposureFacts& facts, bool wants_one) {
  return for_sites(facts, {}, [&](const Site& site) -> std::optional<Finding> {
    if (!serves_page(site)) return {};
    const auto value = header_of(site, "content-security-policy");
    if (wants_one) return on(value.empty() ? Verdict::fail : Verdict::pass, site);
    if (value.empty()) return {};
    std::string weak;
    for (const auto& word : pages::weaknesses(pages::read_content_policy(value)))
      weak += (weak.empty() ? "" : ", ") + word;
    return on(weak.empty() ? Verdict::pass : Verdict::fail, site, {{"weaknesses", weak}, {"policy", value}});
  });
}

}  // namespace

Findings web_csp(const ExposureFacts& facts, const Params&) { return judged(facts, true); }
Findings web_csp_weak(const ExposureFacts& facts, const Params&) { return judged(facts, false); }

}  // namespace hygie::exposure
