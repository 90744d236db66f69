// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"
#include "audits/exposure/facts.hpp"
#include "audits/remote_access/facts.hpp"
#include "cli/audit/request.hpp"
#include "core/time.hpp"

#include <optional>
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
  std::optional<exposure::ExposureFacts> exposure;
  std::string exposure_snapshot;
  std::optional<remote_access::RemoteAccessFacts> remote_access;
  std::string remote_access_snapshot;
  std::string unfinished;             // under which name the exposure is written down until its end; empty: nowhere
  std::optional<core::Error> unkept;  // why it could not be
  [[nodiscard]] bool exposure_stopped() const { return exposure && !exposure->unfinished.asked_sha256.empty(); }
};

/// Reads the snapshots of --from, of whatever domain.
core::Result<Reading> read_snapshots(const AuditRequest& request);
/// Writes the snapshots of a reading: PATH when there is one, PATH with the name of the directory or of the domain
/// before its extension for several.
core::Status save_snapshots(const std::string& path, const Reading& reading);
/// When the oldest of the facts were collected; absent without facts.
[[nodiscard]] std::optional<core::Instant> collected_at(const Reading& reading);

}  // namespace hygie::cli
