// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

namespace hygie::remote_access {
namespace {

Answer kept_for(std::optional<int> days, const Params& params, std::string_view key) {
  if (!days) return unknown(key);
  const bool right = *days >= params.days("min_days") && *days <= params.days("max_days");
  return {right ? Verdict::pass : Verdict::fail, {{"key", std::string(key)}, {"days", std::to_string(*days)}}};
}

}  // namespace

Findings not_recorded(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(
      facts, [](const Access& access) { return unless_word(access.recording.kind, {"none"}, "recording: kind"); });
}

Findings recorded_by_vendor(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.recording.kind.empty() || access.recording.kind == "none") return does_not_apply;
    return unless_word(access.recording.owner, {"vendor"}, "recording: owner");
  });
}

Findings recordings_kept(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (access.recording.kind.empty() || access.recording.kind == "none") return does_not_apply;
    return kept_for(access.recording.retention_days, params, "recording: retention_days");
  });
}

Findings logs_not_central(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) { return by_said(access.logs.central, "logs: central"); });
}

Findings logs_kept(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) {
    return kept_for(access.logs.retention_days, params, "logs: retention_days");
  });
}

Findings user_unasked(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.category != "teleassistance") return does_not_apply;
    const auto asked = by_said(access.user_consents, "supervision: user_consent");
    if (asked.verdict != Verdict::pass) return asked;
    const auto interrupts = by_said(access.user_can_interrupt, "supervision: can_interrupt");
    return interrupts.verdict != Verdict::pass ? interrupts
                                               : by_said(access.users_trained, "supervision: users_trained");
  });
}

}  // namespace hygie::remote_access
