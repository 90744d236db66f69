// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"
#include "core/calendar.hpp"

#include <algorithm>

namespace hygie::remote_access {

Findings not_approved(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.approved_by.empty()) return written({}, "approval: by");
    if (!access.approved_on) return written({}, "approval: date");
    for (const auto& one : access.interventions)
      if (one.start && core::day_of(*one.start) < core::day_of(*access.approved_on))
        return {Verdict::fail,
                {{"key", "approval: date"}, {"value", day(access.approved_on)}, {"first", day(one.start)}}};
    return {};
  });
}

Findings expiry_missing(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (!access.expires) return written({}, "expiry");
    const auto days = core::days_between(facts.collected_at, *access.expires);
    return {days > params.days("max_days") ? Verdict::fail : Verdict::pass,
            {{"key", "expiry"}, {"value", day(access.expires)}, {"days", std::to_string(days)}}};
  });
}

Findings access_expired(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (!access.expires) return does_not_apply;
    return {*access.expires < facts.collected_at ? Verdict::fail : Verdict::pass, {{"until", day(access.expires)}}};
  });
}

Findings review_overdue(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (!access.reviewed) return written({}, "review: last");
    const auto days = core::days_between(*access.reviewed, facts.collected_at);
    const bool late =
        days > params.days("max_days") || (access.next_review && *access.next_review < facts.collected_at);
    return {late ? Verdict::fail : Verdict::pass,
            {{"key", "review: last"}, {"value", day(access.reviewed)}, {"days", std::to_string(days)}}};
  });
}

Findings access_unused(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (access.interventions.empty()) return unknown("interventions");
    const auto last = std::max_element(access.interventions.begin(), access.interventions.end(),
                                       [](const auto& a, const auto& b) { return *a.start < *b.start; });
    const auto days = core::days_between(*last->start, facts.collected_at);
    return {days > params.days("max_days") ? Verdict::fail : Verdict::pass,
            {{"last", day(last->start)}, {"days", std::to_string(days)}}};
  });
}

Findings care_impact_missing(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.systems.empty()) return written({}, "systems");
    for (const auto& system : access.systems)
      if (system.criticality == 0 || system.impact.empty())
        return {Verdict::fail, {{"key", system.criticality == 0 ? "criticality" : "impact"}, {"value", system.name}}};
    return {};
  });
}

}  // namespace hygie::remote_access
