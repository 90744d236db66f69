// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

#include <algorithm>

namespace hygie::remote_access {

Findings report_missing(const RemoteAccessFacts& facts, const Params& params) {
  return for_interventions(facts, [&](const Access&, const Intervention& done) -> Answer {
    const auto since = done.end ? *done.end : *done.start;
    const auto until = done.report_on ? *done.report_on : facts.collected_at;
    const auto days = std::max<std::int64_t>(core::days_between(since, until), 0);
    const bool late = days > params.days("max_days");
    const Evidence evidence{{"days", std::to_string(days)}, {"value", done.report}};
    if (done.report.empty() && !late) return does_not_apply;  // there is still time
    return {late || done.report.empty() ? Verdict::fail : Verdict::pass, evidence};
  });
}

Findings outside_window(const RemoteAccessFacts& facts, const Params&) {
  return for_interventions(facts, [&](const Access& access, const Intervention& done) -> Answer {
    const auto last = done.end ? *done.end - std::chrono::seconds{1} : *done.start;
    const auto* opening = opening_at(access, *done.start);
    const bool asked_for = opening != nullptr && last < *opening->until;
    const bool usual = in_weekly_window(facts, access, *done.start) && in_weekly_window(facts, access, last) &&
                       last - *done.start < std::chrono::hours{24};
    return {asked_for || usual ? Verdict::pass : Verdict::fail,
            {{"since", moment(done.start)}, {"until", moment(done.end)}}};
  });
}

Findings ticket_missing(const RemoteAccessFacts& facts, const Params&) {
  return for_interventions(facts, [](const Access& access, const Intervention& done) -> Answer {
    if (access.ticket_required == Said::no) return does_not_apply;
    return written(done.ticket, "ticket");
  });
}

Findings operator_unknown(const RemoteAccessFacts& facts, const Params&) {
  return for_interventions(
      facts, [](const Access&, const Intervention& done) { return written(done.operator_name, "operator"); });
}

Findings account_undeclared(const RemoteAccessFacts& facts, const Params&) {
  return for_interventions(facts, [](const Access& access, const Intervention& done) -> Answer {
    if (done.account.empty()) return unknown("account");
    const bool known = std::any_of(access.accounts.begin(), access.accounts.end(),
                                   [&](const Account& one) { return one.name == done.account; });
    return {known ? Verdict::pass : Verdict::fail, {{"value", done.account}}};
  });
}

Findings recording_missing(const RemoteAccessFacts& facts, const Params&) {
  return for_interventions(facts, [](const Access& access, const Intervention& done) -> Answer {
    if (access.recording.kind.empty() || access.recording.kind == "none") return does_not_apply;
    return written(done.recording, "recording");
  });
}

}  // namespace hygie::remote_access
