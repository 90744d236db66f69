// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/reading.hpp"
#include "cli/audit/request.hpp"
#include "core/declaration/declaration.hpp"
#include "core/run.hpp"

#include <set>
#include <string>
#include <vector>

namespace hygie::cli {

/// What surrounds the facts when they are judged.
struct Judgement {
  const AuditRequest& request;
  const core::Declaration& declaration;
  const core::Catalogue& catalogue;
  std::vector<core::Waiver> waivers;
  std::string baseline;                               // run id
  std::set<std::string, std::less<>> baseline_fails;  // "check\nobject"
  core::Instant started;
  core::Instant finished;
  bool interrupted = false;
};

/// Facts to run: each selected check of each domain that was read, waivers, levels, what is missing. The run's id comes
/// from its content, so that a replay has the same one.
[[nodiscard]] core::Run judge(const Reading& reading, const Judgement& judgement);

/// "check\nobject" of every fail of a run.
[[nodiscard]] std::set<std::string, std::less<>> fails_of(const core::Run& run);

}  // namespace hygie::cli
