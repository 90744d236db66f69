// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/finding.hpp"
#include "core/params.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::core {

/// A check of a domain, and the parts of the facts without which it answers `unknown` by itself, or `not_applicable`
/// when they were left out by choice.
template <class Facts, class Part>
struct DomainCheck {
  std::string_view id;
  Findings (*function)(const Facts&, const Params&);
  std::vector<Part> needs;
};

/// Runs one check: `not_applicable` on the whole when a part it needs was not asked for (where the domain can leave
/// parts out), `unknown` when it is a gap, else what the function answers; no answer at all is our bug
/// (std::logic_error). `on_whole` makes a finding on the domain's whole of a verdict and its evidence.
template <class Facts, class Part, class OnWhole>
[[nodiscard]] Findings run_domain_check(const DomainCheck<Facts, Part>& check, const Facts& facts, const Params& params,
                                        const OnWhole& on_whole) {
  const auto without = [&](Verdict verdict, const char* why, Part part) {
    return Findings{on_whole(verdict, Evidence{{why, std::string(to_string(part))}})};
  };
  if constexpr (requires(Part part) { facts.asked(part); })
    for (const auto part : check.needs)
      if (!facts.asked(part)) return without(Verdict::not_applicable, "not_asked", part);
  for (const auto part : check.needs)
    if (facts.missing(part)) return without(Verdict::unknown, "missing", part);
  auto findings = check.function(facts, params);
  if (findings.empty()) throw std::logic_error("the check " + std::string(check.id) + " answered nothing");
  return findings;
}

}  // namespace hygie::core
