// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/reading.hpp"
#include "core/store/store.hpp"

namespace hygie::cli {

/// Gives the exposure's facts what earlier runs of the store saw, and makes their snapshot. Without a store, history is
/// left out by choice.
void add_history(Reading& reading, const core::Store* store);

}  // namespace hygie::cli
