// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/program/command.hpp"

/// One file each beside this one.
namespace hygie::cli {

Command init_command();
Command validate_command();
Command audit_command();
Command checks_command();
Command explain_command();
Command history_command();
Command diff_command();
Command report_command();
Command feeds_command();
Command remote_access_command();
Command doctor_command();

}  // namespace hygie::cli
