// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings feeds_stale(const ExposureFacts& facts, const Params& params) {
  Findings found;
  for (const auto& feed : facts.feeds) {
    const bool fast = feed.name == "kev" || feed.name == "epss";
    const auto limit = params.days(fast ? "max_age_days_exploited" : "max_age_days");
    const auto since = feed.dated ? feed.dated : feed.imported;
    if (!since) {
      found.push_back(on(Verdict::unknown, feed.name, {{"missing", "date"}}));
      continue;
    }
    const auto age = core::days_between(*since, facts.collected_at);
    found.push_back(on(age <= limit ? Verdict::pass : Verdict::fail, feed.name,
                       {{"age_days", std::to_string(age)}, {"max_age_days", std::to_string(limit)}}));
  }
  return or_pass(std::move(found), facts, facts.feeds.size());
}

}  // namespace hygie::exposure
