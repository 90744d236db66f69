// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

namespace hygie::cli {

/// What scripts depend on. Precedence: bug > integrity > incomplete > findings.
enum ExitStatus : int { complete = 0, findings = 1, bad_request = 2, incomplete = 3, integrity = 4, bug = 70 };

[[nodiscard]] constexpr ExitStatus exit_status(core::ErrorCode code) {
  using enum core::ErrorCode;
  switch (code) {
    case usage:
    case config:
    case authorisation:
    case permission:
    case parse:
    case limit:
    case unsupported: return bad_request;
    case network:
    case tls:
    case auth:
    case storage:
    case cancelled: return incomplete;
    case core::ErrorCode::integrity: return ExitStatus::integrity;
    case internal: break;
  }
  return bug;
}

}  // namespace hygie::cli
