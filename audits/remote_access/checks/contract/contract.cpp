// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

namespace hygie::remote_access {

Findings contract_missing(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) { return written(access.contract.reference, "contract: ref"); });
}

Findings contract_ended(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (access.contract.reference.empty()) return does_not_apply;
    if (!access.contract.end) return unknown("contract: end");
    const auto left = core::days_between(facts.collected_at, *access.contract.end);
    const Evidence evidence{{"end", day(access.contract.end)}, {"left_days", std::to_string(left)}};
    return {left < params.days("min_left_days") ? Verdict::fail : Verdict::pass, evidence};
  });
}

Findings access_after_contract(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (!access.contract.end) return does_not_apply;
    if (!access.expires) return unknown("expiry");
    return {*access.expires > *access.contract.end ? Verdict::fail : Verdict::pass,
            {{"end", day(access.contract.end)}, {"expiry", day(access.expires)}}};
  });
}

Findings contract_palier(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) {
    return unless_word(access.contract.palier, {"none"}, "contract: pgssi_palier");
  });
}

Findings assurance_plan(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.contract.assurance_plan.empty()) return written({}, "contract: security_assurance_plan");
    return {access.contract.assurance_plan_accepted ? Verdict::pass : Verdict::fail,
            {{"key", "security_assurance_plan: accepted_on"}, {"value", access.contract.assurance_plan}}};
  });
}

Findings service_agreement(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) {
    return written(access.contract.service_agreement, "contract: service_agreement");
  });
}

}  // namespace hygie::remote_access
