// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/catalogue.hpp"
#include "core/finding.hpp"
#include "core/time.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace hygie::core {

/// A fail that somebody accepted: by role, with a reason and an end date. From waivers.yaml alone.
struct Waiver {
  std::string check;
  std::string object;  // the finding's object, `*` and `?` allowed; empty: every object of the check
  std::string by;      // a role, never a person
  std::string reason;
  std::chrono::sys_days until;
  std::string where;  // FILE:LINE:COL
};

/// One finding after decide: marked, never removed.
struct Subject {
  Finding finding;
  bool waived = false;
  std::string waived_by;
  std::string waived_reason;
  std::optional<std::chrono::sys_days> waived_until;
  bool known = false;  // already in the baseline run
};

/// One check of the run: the worst verdict of its subjects (fail, unknown, pass, not_applicable), fails first in
/// `subjects`, then by object.
struct CheckResult {
  std::string check;
  std::string domain;
  Verdict verdict = Verdict::unknown;
  bool waived = false;  // every failing subject is waived
  Severity severity = Severity::medium;
  int level = 0;  // the lowest level among failing subjects, else the catalogue's
  std::string fingerprint;
  std::vector<Subject> subjects;
  [[nodiscard]] bool counts_as_fail() const { return verdict == Verdict::fail && !waived; }
};

/// Levels go from 1 (immediate critical danger) to 5. `reached` is absent when a point that could lower it was not
/// read; `at_most` always stands.
struct LevelResult {
  std::optional<int> reached;
  int at_most = 5;
  int points_decided = 0;  // control points with an answer, of those the catalogue has
  int points_total = 0;
};

struct DomainResult {
  std::string domain;
  LevelResult level;               // waived fails still count: acceptance does not protect
  LevelResult level_with_waivers;  // the same with waived fails left out
  std::array<int, 4> counts{};     // by Verdict, of checks; waived fails are in `waived`, not in counts[fail]
  int waived = 0;
  std::vector<Gap> gaps;
  std::vector<std::pair<std::string, std::string>>
      scope;  // what was read: name and value, for people ("server", "accounts" ...)
};

struct Establishment {
  std::string name;
  std::string finess;    // nine characters, or "none"
  std::string local_id;  // when finess is none
  std::string category;
  std::string group;
  std::string region;
  std::string nis2;
  bool ose = false;
};

/// A remark on the waivers themselves: expired (its fails count), unused, or ending within 30 days.
struct WaiverNote {
  enum class Kind { expired, unused, ending } kind;
  Waiver waiver;
};

/// Everything a report needs and the store keeps; in no language.
struct Run {
  std::string id;
  Instant started;
  Instant finished;
  bool complete = true;
  std::string snapshot_sha256;
  Establishment establishment;
  std::vector<DomainResult> domains;
  std::vector<CheckResult> results;  // by severity (critical first), then id
  std::vector<WaiverNote> waiver_notes;
  std::string baseline;  // run id, when there is one
};

}  // namespace hygie::core
