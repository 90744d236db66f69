// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/cancel.hpp"

namespace hygie::cli {

/// SIGINT and SIGTERM ask long work to stop and keep what it has; a second one ends the program at once. SIGPIPE is
/// ignored: a reader who leaves is not an error.
void install_signals();
[[nodiscard]] const core::Cancellation& interruption();
/// 0, or 128 + the signal that came.
[[nodiscard]] int signal_status();
/// No core file and no debugger: memory may hold a password.
void harden_process();

}  // namespace hygie::cli
