// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-TOMBSTONE", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-TOMBSTONE", facts) == Verdict::pass);
  facts.forest.tombstone_lifetime = 179;
  CHECK(test::failure("DIR-TOMBSTONE", facts).evidence.at("days") == "179");
  facts.forest.tombstone_lifetime.reset();
  CHECK(test::verdict("DIR-TOMBSTONE", facts) == Verdict::unknown);
}
