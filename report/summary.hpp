// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/model.hpp"
#include "report/view.hpp"

#include <array>
#include <string>
#include <vector>

/// What to fix first, and why; what a level takes. Computed from the run's own severities, levels and subjects: nothing
/// is judged again.
namespace hygie::report {

/// One line of the action plan: a check with at least one fail that nobody accepted.
struct Action {
  CheckView check;
  std::size_t subjects = 0;  // fails not accepted
  int holds = 0;             // level at which they hold the domain; 0 when the check decides no level
  int level_before = 0;      // highest level that the lines above allow
  int level_after = 0;       // the same once this line is done too; 0 when the check decides no level
};

/// The checks to fix to leave level `from`, accepted fails included since they count. `sure`: nothing unread could keep
/// the domain below `to`.
struct LevelStep {
  int from = 0;
  int to = 0;
  bool sure = false;
  std::size_t accepted = 0;
  std::vector<CheckView> checks;
};

struct DomainSummary {
  const core::DomainResult* domain = nullptr;
  std::vector<LevelStep> steps;   // lowest level first; empty at level 5 or when nothing decides a level
  bool held_by_accepted = false;  // the whole plan done, accepted fails would still hold the level below 5
  [[nodiscard]] bool has_level() const { return domain->level.points_total > 0; }
};

struct Summary {
  std::vector<Action>
      actions;  // by severity, then the level held (lowest first), then the number of subjects (most first), then id
  std::vector<DomainSummary> domains;
  std::array<std::size_t, 4> counts{};             // checks by Verdict; waived apart
  std::array<std::size_t, 4> fails_by_severity{};  // by Severity
  std::size_t waived = 0;
  std::size_t gaps = 0;
};

[[nodiscard]] Summary summarise(const ReportModel& model);

}  // namespace hygie::report
