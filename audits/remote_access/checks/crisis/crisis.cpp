// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

namespace hygie::remote_access {

Findings cut_off_missing(const RemoteAccessFacts& facts, const Params&) {
  const auto& cut_off = facts.declared.cut_off;
  return {on_whole(facts, cut_off.procedure.empty() ? Verdict::fail : Verdict::pass, {{"value", cut_off.procedure}})};
}

Findings cut_off_untested(const RemoteAccessFacts& facts, const Params& params) {
  const auto& cut_off = facts.declared.cut_off;
  if (cut_off.procedure.empty()) return {on_whole(facts, Verdict::not_applicable, {{"examined", "0"}})};
  if (!cut_off.last_test) return {on_whole(facts, Verdict::fail, {{"last", ""}})};
  const auto days = core::days_between(*cut_off.last_test, facts.collected_at);
  return {on_whole(facts, days > params.days("max_days") ? Verdict::fail : Verdict::pass,
                   {{"last", day(cut_off.last_test)}, {"days", std::to_string(days)}})};
}

}  // namespace hygie::remote_access
