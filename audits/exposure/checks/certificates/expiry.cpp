// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

std::int64_t days_left(const ExposureFacts& facts, const Certificate& certificate) {
  return core::days_between(facts.collected_at, *certificate.not_after);
}

/// A certificate of short life is renewed late by design: a third of its life is the most that a threshold asks for.
std::int64_t threshold(const Certificate& certificate, std::int64_t days) {
  const auto life = core::days_between(*certificate.not_before, *certificate.not_after);
  return std::min(days, life / 3);
}

Findings by_dates(const ExposureFacts& facts, const std::function<bool(const Certificate&)>& fails) {
  return for_certificates(facts, Whose::everybody, [&](const Certificate& certificate, Finding finding) {
    if (!certificate.not_before || !certificate.not_after) {
      finding.verdict = Verdict::unknown;
      finding.evidence.emplace("missing", "dates");
      return finding;
    }
    finding.evidence.insert({{"from", day(certificate.not_before)},
                             {"until", day(certificate.not_after)},
                             {"days", std::to_string(days_left(facts, certificate))}});
    if (fails(certificate)) finding.verdict = Verdict::fail;
    return finding;
  });
}

/// Between two thresholds, so that one certificate fails one check.
Findings ends_within(const ExposureFacts& facts, const Params& params) {
  return by_dates(facts, [&](const Certificate& certificate) {
    const auto left = days_left(facts, certificate);
    return facts.collected_at <= *certificate.not_after && left <= threshold(certificate, params.days("within_days")) &&
           left > (params.days("beyond_days") < 0 ? -1 : threshold(certificate, params.days("beyond_days")));
  });
}

}  // namespace

Findings certificate_expired(const ExposureFacts& facts, const Params&) {
  return by_dates(facts, [&](const Certificate& one) { return facts.collected_at > *one.not_after; });
}

Findings certificate_not_yet(const ExposureFacts& facts, const Params&) {
  return by_dates(facts, [&](const Certificate& one) { return facts.collected_at < *one.not_before; });
}

Findings certificate_ends_at_once(const ExposureFacts& facts, const Params& params) {
  return ends_within(facts, params);
}

Findings certificate_ends_soon(const ExposureFacts& facts, const Params& params) { return ends_within(facts, params); }

Findings certificate_ends_in_a_month(const ExposureFacts& facts, const Params& params) {
  return ends_within(facts, params);
}

}  // namespace hygie::exposure
