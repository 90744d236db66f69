// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings rhythm(const ExposureFacts& facts, const Params& params) {
  const auto* before = last_complete(facts);
  if (before == nullptr) return {on_whole(facts, Verdict::not_applicable, {{"missing", "history"}})};
  const auto age = core::days_between(*before->finished, facts.collected_at);
  const auto limit = params.days("max_age_days");
  return {on_whole(
      facts, age <= limit ? Verdict::pass : Verdict::fail,
      {{"last", day(before->finished)}, {"age_days", std::to_string(age)}, {"max_age_days", std::to_string(limit)}})};
}

}  // namespace hygie::exposure
