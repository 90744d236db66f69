// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/resume.hpp"
#include "cli/audit/verify.hpp"
#include "cli/program/options.hpp"
#include "core/catalogue.hpp"
#include "core/result.hpp"
#include "report/writers/writers.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hygie::cli {

/// One `-o FORMAT=PATH`; `-` is standard output.
struct Output {
  const report::Format* format = nullptr;
  std::string path;
};

/// What `hygie audit` was asked, every word of it understood.
struct AuditRequest {
  std::string declaration = "hospital.yaml";
  std::set<std::string, std::less<>> domains;  // empty: all that are declared
  std::vector<Output> outputs;
  std::string save;
  std::vector<std::string> from;  // snapshots to replay
  std::optional<core::Severity> fail_on = core::Severity::high;
  std::string baseline, store, verify, resume;
  std::optional<Verification> verification = {};  // of --verify, once its run is loaded
  std::optional<Resumption> resumption = {};      // of --resume, the same
  std::set<std::string, std::less<>> only, skip;
  bool dry_run = false, offline = false, passive = false, insecure = false, quiet = false;
  std::chrono::seconds timeout{3600};
  [[nodiscard]] bool selects_all() const { return only.empty() && skip.empty(); }
  [[nodiscard]] bool selected(std::string_view check) const {
    return (only.empty() || only.contains(check)) && !skip.contains(check);
  }
};

[[nodiscard]] core::Result<AuditRequest> audit_request(const Arguments& arguments, const core::Catalogue& catalogue);
/// FORMAT=PATH, the format known; also for `hygie report`. At most one goes to standard output.
[[nodiscard]] core::Result<std::vector<Output>> parse_outputs(const Arguments& arguments);
/// The names of the formats, for messages and completion.
[[nodiscard]] std::vector<std::string> format_names();
/// One of our domains; the error suggests the nearest.
[[nodiscard]] core::Status check_domain(const std::string& word);

}  // namespace hygie::cli
