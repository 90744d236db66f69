// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/request.hpp"
#include "cli/program/console.hpp"
#include "core/run.hpp"

namespace hygie::cli {

/// Can every file be written? Asked before anything is collected.
core::Status check_outputs(const std::vector<Output>& outputs);
/// Writes each report; one that fails does not stop the others. Returns what failed.
[[nodiscard]] std::vector<core::Error> write_outputs(const std::vector<Output>& outputs, const core::Run& run,
                                                     const core::Catalogue& catalogue, core::Language language,
                                                     Console& console);

}  // namespace hygie::cli
