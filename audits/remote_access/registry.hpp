// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts.hpp"
#include "core/catalogue.hpp"
#include "core/check.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace hygie::remote_access {

using Check = core::DomainCheck<RemoteAccessFacts, Part>;

/// Every check of this domain, one line each in registry.cpp.
[[nodiscard]] std::span<const Check> registry();
/// The catalogue entries of those checks, carried by the program.
[[nodiscard]] core::Result<core::Catalogue> catalogue();
/// Runs one check as core::run_domain_check does.
[[nodiscard]] core::Findings run_check(const Check& check, const RemoteAccessFacts& facts, const core::Params& params);

}  // namespace hygie::remote_access
