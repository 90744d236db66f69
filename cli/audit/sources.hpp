// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"
#include "cli/audit/request.hpp"
#include "core/cancel.hpp"
#include "core/declaration/declaration.hpp"
#include "core/progress.hpp"
#include "core/secret.hpp"
#include "net/scope.hpp"

#include <string>
#include <vector>

namespace hygie::cli {

/// A directory that was declared and could not be read at all.
struct LostDirectory {
  std::string name;
  core::Error error;
};

/// What the audit will judge.
struct Reading {
  std::vector<directory::DirectoryFacts> facts;
  std::vector<std::string> snapshots;  // the bytes of each, for the hash and for --save
  std::vector<LostDirectory> lost;
};

/// Everything that can be refused before the first packet: what is not built yet, --offline, the authorisation in
/// force, files that are not there.
core::Status check_sources(const AuditRequest& request, const core::Declaration& declaration,
                           std::chrono::sys_days today);
/// The scope that guards every packet, made of the declaration's authorisation.
core::Result<net::Scope> scope_of(const core::Declaration& declaration);
/// Reads each declared directory in turn. A request that turns out wrong before anything was sent is an error; later it
/// is a lost directory.
core::Result<Reading> read_directories(const AuditRequest& request, const core::Declaration& declaration,
                                       core::Deadline deadline, core::Progress& progress);
/// Reads the snapshots of --from.
core::Result<Reading> read_snapshots(const AuditRequest& request);
/// Writes the snapshots of a reading: PATH for one directory, PATH with the directory's name before its extension for
/// several.
core::Status save_snapshots(const std::string& path, const Reading& reading);
/// The text of --dry-run: who would be contacted, with which account, and what would be asked.
[[nodiscard]] std::string plan_text(const AuditRequest& request, const core::Declaration& declaration);

}  // namespace hygie::cli
