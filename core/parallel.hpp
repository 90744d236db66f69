// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>

namespace hygie::core {

/// Calls `work` once for each index below `count`, on as many threads as there are processors (eight at most), and
/// returns when all is done. The first exception, by index, is thrown again here; the other indices are still worked
/// on.
void parallel_for(std::size_t count, const std::function<void(std::size_t)>& work);
/// The same on that many threads, for work that waits more than it computes.
void parallel_for(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work);

}  // namespace hygie::core
