// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace hygie::cli {

/// The whole program, arguments without its name; returns the exit status.
int run_program(const std::vector<std::string>& words);

}  // namespace hygie::cli
