// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/request.hpp"
#include "core/declaration/declaration.hpp"

#include <string>

namespace hygie::cli {

/// The text of --dry-run: by whose authority, `contacts` (what each domain would contact and ask), and what would be
/// written. Cleaned for a terminal.
[[nodiscard]] std::string plan_text(const AuditRequest& request, const core::Declaration& declaration,
                                    const std::string& contacts);

}  // namespace hygie::cli
