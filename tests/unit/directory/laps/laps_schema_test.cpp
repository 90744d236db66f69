// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-LAPS-SCHEMA", "[directory]") {
  auto facts = test::healthy_directory();
  facts.schema.laps_windows = false;
  CHECK(test::verdict("DIR-LAPS-SCHEMA", facts) == Verdict::fail);
  facts.schema.laps_legacy = true;
  CHECK(test::verdict("DIR-LAPS-SCHEMA", facts) == Verdict::pass);
}
