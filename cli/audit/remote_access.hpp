// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/reading.hpp"
#include "core/cancel.hpp"
#include "core/declaration/declaration.hpp"
#include "core/progress.hpp"

#include <string>
#include <vector>

namespace hygie::cli {

/// Everything of the remote accesses that can be refused before anything is read: the authorisation in force, a
/// register that is not there or is wrong, a stop file.
[[nodiscard]] std::vector<core::Error> check_remote_access(const AuditRequest& request,
                                                           const core::Declaration& declaration, core::Instant now);
/// Reads the register, and what the entry points say unless the request is offline, into `reading`.
core::Status read_remote_access(const AuditRequest& request, const core::Declaration& declaration,
                                core::Deadline deadline, core::Progress& progress, Reading& reading);
/// The text of --dry-run: each door that would be asked.
[[nodiscard]] std::string remote_access_plan(const AuditRequest& request, const core::Declaration& declaration);

}  // namespace hygie::cli
