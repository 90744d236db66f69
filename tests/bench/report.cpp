// SPDX-License-Identifier: EUPL-1.2
// Time and size of every format on large runs: hygie_bench_report
#include "report/writers/writers.hpp"
#include "tests/support/run_fixture.hpp"

#include <fmt/format.h>
#include <chrono>
#include <sstream>

int main() {
  using clock = std::chrono::steady_clock;
  for (const auto& [checks, subjects] : {std::pair<std::size_t, std::size_t>{1, 20'000}, {20, 1'000}, {100, 1'000}}) {
    const auto made = hygie::test::large_run(checks, subjects);
    for (const auto& format : hygie::report::formats()) {
      std::ostringstream out;
      const auto start = clock::now();
      format.write({made.run, made.catalogue, hygie::core::Language::fr}, out);
      const std::chrono::duration<double> took = clock::now() - start;
      fmt::print("{:>4} checks x {:>6} subjects  {:<9} {:>7.3f} s {:>9} bytes\n", checks, subjects, format.name,
                 took.count(), out.str().size());
    }
  }
}
