// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// SSH algorithms by name and what they are worth: data/ssh_algorithms.yaml, carried by the program.
namespace hygie::remote_access {

enum class AlgorithmKind { exchange, key, cipher, mac };
enum class Worth { ok, warn, fail, measured, marker, unknown };

struct Algorithm {
  AlgorithmKind kind = AlgorithmKind::exchange;
  std::string name;
  Worth anssi = Worth::unknown, ssh_audit = Worth::unknown, debian = Worth::unknown;
  std::vector<std::string> reasons;
};

/// Null: nobody told us of it. Names with a digest at their end ("gss-group14-sha256-toWM5...") are found by what
/// precedes it.
[[nodiscard]] const Algorithm* find_algorithm(AlgorithmKind kind, std::string_view name);
[[nodiscard]] const std::vector<Algorithm>& all_algorithms();
/// "anssi", "ssh-audit" (3.4) or "ssh-audit-2.5" (Debian 12's).
[[nodiscard]] Worth worth_by(const Algorithm& algorithm, std::string_view profile);

}  // namespace hygie::remote_access
