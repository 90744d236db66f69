// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts.hpp"
#include "core/catalogue.hpp"
#include "core/params.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace hygie::remote_access {

using CheckFunction = core::Findings (*)(const RemoteAccessFacts&, const core::Params&);

/// A check, and the parts of the facts without which it answers `unknown` by itself, or `not_applicable` when they were
/// left out by choice.
struct Check {
  std::string_view id;
  CheckFunction function;
  std::vector<Part> needs;
};

/// Every check of this domain, one line each in registry.cpp.
[[nodiscard]] std::span<const Check> registry();
/// The catalogue entries of those checks, carried by the program.
[[nodiscard]] core::Result<core::Catalogue> catalogue();
/// Runs one check: `unknown` when a part it needs is a gap, `not_applicable` when it was not asked for, else what the
/// function answers; no answer at all is our bug (std::logic_error).
[[nodiscard]] core::Findings run_check(const Check& check, const RemoteAccessFacts& facts, const core::Params& params);

}  // namespace hygie::remote_access
