// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

#include <algorithm>

namespace hygie::remote_access {
namespace {

constexpr int week = 7 * 24 * 60;

/// Minutes of a week in which the windows are open; windows of several zones are counted as if of one.
int open_minutes(const Access& access) {
  std::vector<bool> open(week);
  for (const auto& window : access.windows)
    for (int day = 0; day < 7; ++day)
      if (((window.days >> day) & 1) != 0)
        for (int minute = window.from; minute < window.until; ++minute)
          open[static_cast<std::size_t>(day * 24 * 60 + minute)] = true;
  return static_cast<int>(std::count(open.begin(), open.end(), true));
}

}  // namespace

Findings opening_permanent(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.opening == "permanent" && access.category == "telesurveillance") return {};
    return unless_word(access.opening, {"permanent"}, "opening: mode");
  });
}

Findings windows_missing(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (access.opening == "on-demand") return does_not_apply;  // each opening has its own hours
    if (access.windows.empty()) return {Verdict::fail, {{"hours", "0"}}};
    const auto hours = open_minutes(access) / 60;
    return {hours > params.integer("max_hours_a_week") ? Verdict::fail : Verdict::pass,
            {{"hours", std::to_string(hours)}}};
  });
}

Findings never_closes(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (access.opening != "on-demand") return does_not_apply;
    if (!access.closes_after_minutes) return unknown("opening: auto_close_min");
    return {*access.closes_after_minutes > params.integer("max_minutes") ? Verdict::fail : Verdict::pass,
            {{"minutes", std::to_string(*access.closes_after_minutes)}}};
  });
}

Findings ticket_not_required(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts,
                      [](const Access& access) { return by_said(access.ticket_required, "opening: ticket_required"); });
}

Findings emergency_procedure(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.emergency == Said::nothing) return unknown("emergency: allowed");
    if (access.emergency == Said::no) return does_not_apply;
    const auto procedure = written(access.emergency_procedure, "emergency: procedure");
    return procedure.verdict == Verdict::pass ? written(access.emergency_approver, "emergency: approver") : procedure;
  });
}

Findings opening_unapproved(const RemoteAccessFacts& facts, const Params&) {
  return for_openings(facts, [](const Access&, const Opening& opening) -> Answer {
    Evidence evidence{{"asked_by", opening.asked_by}, {"approved_by", opening.approved_by}};
    const bool sound = !opening.approved_by.empty() && opening.approved_by != opening.asked_by;
    return {sound ? Verdict::pass : Verdict::fail, std::move(evidence)};
  });
}

Findings opening_too_long(const RemoteAccessFacts& facts, const Params& params) {
  return for_openings(facts, [&](const Access&, const Opening& opening) -> Answer {
    const auto hours = std::chrono::ceil<std::chrono::hours>(*opening.until - *opening.from).count();
    return {hours > params.integer("max_hours") ? Verdict::fail : Verdict::pass, {{"hours", std::to_string(hours)}}};
  });
}

Findings emergency_unreviewed(const RemoteAccessFacts& facts, const Params& params) {
  return for_openings(facts, [&](const Access&, const Opening& opening) -> Answer {
    if (!opening.emergency) return does_not_apply;
    const auto until = opening.reviewed ? *opening.reviewed : facts.collected_at;
    const auto days = core::days_between(*opening.until, until);
    const bool late = days > params.days("max_days");
    if (!opening.reviewed && !late) return does_not_apply;  // there is still time
    return {late ? Verdict::fail : Verdict::pass,
            {{"days", std::to_string(days)}, {"reviewed", day(opening.reviewed)}}};
  });
}

}  // namespace hygie::remote_access
