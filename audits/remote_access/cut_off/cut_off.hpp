// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts/register.hpp"

#include <vector>

namespace hygie::remote_access {

/// Why an access is cut where it stands in the order.
enum class CutOffTurn { relayed, permanent, other };

struct CutOffStep {
  const Access* access = nullptr;  // of the register that was given
  CutOffTurn turn = CutOffTurn::other;
  int criticality = 0;  // of the most vital system behind it; 0: not said
};

/// Every access that is not closed, in the order in which to cut them off in a crisis: first those that an attacker
/// reaches most easily (over a market relay, or straight to the machine), then those that are always open, then the
/// rest; among each, those that care can do without come first, and those that care stops without come last. Where the
/// register does not say, before those it says are vital. The order is hygie's own proposal.
[[nodiscard]] std::vector<CutOffStep> cut_off_order(const Register& declared);

}  // namespace hygie::remote_access
