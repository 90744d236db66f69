// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/program/options.hpp"
#include "core/store/store.hpp"

#include <vector>

namespace hygie::cli {

/// --store and -c, for the commands that read kept runs.
[[nodiscard]] std::vector<Option> store_options();
/// The store that --store names, else the one that the declaration names. It must exist.
[[nodiscard]] core::Result<core::Store> open_store(const Arguments& arguments);

}  // namespace hygie::cli
