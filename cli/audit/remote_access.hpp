// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/reading.hpp"
#include "core/declaration/declaration.hpp"

#include <string>
#include <vector>

namespace hygie::cli {

/// Everything of the remote accesses that can be refused before anything is read: the authorisation in force, a
/// register that is not there or is wrong.
[[nodiscard]] std::vector<core::Error> check_remote_access(const core::Declaration& declaration, core::Instant now);
/// Reads the register into `reading`.
core::Status read_remote_access(const core::Declaration& declaration, core::Instant now, Reading& reading);
/// The text of --dry-run.
[[nodiscard]] std::string remote_access_plan(const core::Declaration& declaration);

}  // namespace hygie::cli
