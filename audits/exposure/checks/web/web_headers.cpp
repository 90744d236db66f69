// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"
#include "audits/exposure/pages/policies.hpp"
#include "audits/exposure/pages/text.hpp"

namespace hygie::exposure {

namespace {

/// A header that a page must carry, with one of the good words in it (any value when there is none).
Findings carried(const ExposureFacts& facts, std::string_view name,
                 const std::function<bool(const Site&, const std::string&)>& good) {
  return for_sites(facts, {}, [&](const Site& site) -> std::optional<Finding> {
    if (!serves_page(site)) return {};
    const auto value = header_of(site, name);
    return on(good(site, value) ? Verdict::pass : Verdict::fail, site, {{"value", value}});
  });
}

bool frames_limited(const Site& site, const std::string& value) {
  const auto policy = pages::read_content_policy(header_of(site, "content-security-policy"));
  return pages::limits_frames(policy) || pages::same(value, "deny") || pages::same(value, "sameorigin");
}

bool keeps_addresses(const Site&, const std::string& value) {
  const auto low = pages::lower(value);
  return !low.empty() && low.find("unsafe-url") == std::string::npos;
}

}  // namespace

Findings web_frames(const ExposureFacts& facts, const Params&) {
  return carried(facts, "x-frame-options", &frames_limited);
}

Findings web_sniffing(const ExposureFacts& facts, const Params&) {
  return carried(facts, "x-content-type-options",
                 [](const Site&, const std::string& value) { return pages::same(value, "nosniff"); });
}

Findings web_referrer(const ExposureFacts& facts, const Params&) {
  return carried(facts, "referrer-policy", &keeps_addresses);
}

}  // namespace hygie::exposure
