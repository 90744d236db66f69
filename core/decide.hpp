// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/run.hpp"

#include <map>
#include <set>

namespace hygie::core {

struct CheckFindings {
  std::string check;
  Findings findings;
};

struct Decisions {
  std::vector<CheckResult> results;
  std::vector<WaiverNote> notes;
};

/// Marks findings with severity, waivers in force on `today` and what the baseline already knew; sorts them. Nothing is
/// deleted. `baseline` holds "check\nobject" of the fails of an earlier run.
Decisions decide(std::vector<CheckFindings> findings, const Catalogue& catalogue, const std::vector<Waiver>& waivers,
                 const std::set<std::string, std::less<>>& baseline, std::chrono::sys_days today);

/// Level by ANSSI's rule: the lowest level among failed control points, 5 when none failed, according to the public
/// list.
LevelResult maturity_level(const std::vector<CheckResult>& results, const Catalogue& catalogue, std::string_view domain,
                           bool accept_waivers);

/// SHA-256 of check id and object alone (hexadecimal): the same finding keeps it whatever its message, time, language
/// or severity.
std::string fingerprint(std::string_view check, std::string_view object);
std::string sha256_hex(std::string_view bytes);

}  // namespace hygie::core
