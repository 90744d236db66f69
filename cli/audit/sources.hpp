// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/reading.hpp"
#include "core/cancel.hpp"
#include "core/declaration/declaration.hpp"
#include "core/progress.hpp"
#include "core/secret.hpp"
#include "net/scope.hpp"

#include <string>

namespace hygie::cli {

/// Everything of the directories that can be refused before the first packet: what is not built yet, --offline, the
/// authorisation in force, files that are not there.
core::Status check_sources(const AuditRequest& request, const core::Declaration& declaration,
                           std::chrono::sys_days today);
/// The scope that guards every packet, made of the declaration's authorisation.
core::Result<net::Scope> scope_of(const core::Declaration& declaration);
/// Does the authorisation cover that domain of audit today?
core::Status check_authorised(const core::Declaration& declaration, std::string_view domain,
                              std::chrono::sys_days today);
/// Reads each declared directory in turn into `reading`. A request that turns out wrong before anything was sent is an
/// error; later it is a lost directory.
core::Status read_directories(const AuditRequest& request, const core::Declaration& declaration,
                              core::Deadline deadline, core::Progress& progress, Reading& reading);
/// The text of --dry-run for the directories: who would be contacted, with which account, and what would be asked.
[[nodiscard]] std::string directories_plan(const core::Declaration& declaration);

}  // namespace hygie::cli
