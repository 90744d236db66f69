// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-RECYCLE-BIN", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-RECYCLE-BIN", facts) == Verdict::pass);
  facts.forest.recycle_bin = false;
  CHECK(test::verdict("DIR-RECYCLE-BIN", facts) == Verdict::fail);
}
