// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/severity.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::exposure {
namespace {

constexpr int assumed_flaw = 70;  // most flaws of a service that is not scored yet turn out to be high
constexpr int critical_from = 110, high_from = 80, medium_from = 50;

int exploitation(const Risk& risk) {
  if (risk.exploited) return risk.ransomware ? 70 : 60;
  const double epss = risk.epss.value_or(0);
  return epss >= 0.5 ? 20 : epss >= 0.1 ? 10 : 0;
}

core::Severity level(int score) {
  if (score >= critical_from) return core::Severity::critical;
  if (score >= high_from) return core::Severity::high;
  return score >= medium_from ? core::Severity::medium : core::Severity::low;
}

}  // namespace

Weighed weigh(const Risk& risk) {
  const int flaw = std::clamp(risk.cvss.value_or(assumed_flaw), 0, 100);
  const int exploited = exploitation(risk);
  const int exposure = risk.internet_facing ? 10 : -20;
  const int care = 5 * std::clamp(risk.care_impact, 0, 3);
  Weighed out;
  out.score = flaw + exploited + exposure + care;
  out.severity = level(out.score);
  out.formula = fmt::format("flaw={}{} exploitation={} exposure={} care={} score={}", flaw,
                            risk.cvss ? "" : "(assumed)", exploited, exposure, care, out.score);
  if (!risk.confirmed && out.severity != core::Severity::low) {
    out.severity = core::Severity::medium;
    out.formula += " possible=medium-at-most";
  }
  return out;
}

}  // namespace hygie::exposure
