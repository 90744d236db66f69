// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/cut_off/cut_off.hpp"

#include <algorithm>
#include <tuple>

namespace hygie::remote_access {
namespace {

CutOffTurn turn_of(const Access& access) {
  if (access.protocol.starts_with("tool:") || access.door.kind == "cloud-relay" || access.door.kind == "direct")
    return CutOffTurn::relayed;
  const bool enabled = std::any_of(access.accounts.begin(), access.accounts.end(),
                                   [](const Account& one) { return one.state == "permanent"; });
  return access.opening == "permanent" || enabled ? CutOffTurn::permanent : CutOffTurn::other;
}

int criticality_of(const Access& access) {
  int vital = 0;
  for (const auto& system : access.systems)
    if (system.criticality != 0 && (vital == 0 || system.criticality < vital)) vital = system.criticality;
  return vital;
}

/// 4 (comfort) first, what is not said before what is vital.
int place_of(int criticality) { return criticality == 0 ? 2 : criticality >= 3 ? 4 - criticality : 5 - criticality; }

}  // namespace

std::vector<CutOffStep> cut_off_order(const Register& declared) {
  std::vector<CutOffStep> steps;
  for (const auto& access : declared.accesses)
    if (access.closed != Said::yes) steps.push_back({&access, turn_of(access), criticality_of(access)});
  std::stable_sort(steps.begin(), steps.end(), [](const CutOffStep& a, const CutOffStep& b) {
    return std::tuple(a.turn, place_of(a.criticality)) < std::tuple(b.turn, place_of(b.criticality));
  });
  return steps;
}

}  // namespace hygie::remote_access
