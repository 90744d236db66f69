// SPDX-License-Identifier: EUPL-1.2
#include "core/parallel.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>
#include <vector>

using namespace hygie;

TEST_CASE("Every index is worked on once, and the first exception comes back", "[parallel]") {
  for (const std::size_t count : {0U, 1U, 7U, 1000U}) {
    std::vector<int> done(count);
    core::parallel_for(count, [&](std::size_t i) { ++done[i]; });
    CHECK(std::all_of(done.begin(), done.end(), [](int times) { return times == 1; }));
  }
  std::vector<int> done(100);
  const auto two_fail = [&](std::size_t i) {
    ++done[i];
    if (i == 40 || i == 70) throw std::runtime_error(std::to_string(i));
  };
  CHECK_THROWS_WITH(core::parallel_for(100, two_fail), "40");
  CHECK(std::count(done.begin(), done.end(), 1) == 100);
}
