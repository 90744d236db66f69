// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SYSVOL-NTFRS", "[directory]") {
  auto facts = test::healthy_directory();
  for (auto& replica : facts.sysvol_replicas) replica.ntfrs = true;
  CHECK(test::failure("DIR-SYSVOL-NTFRS", facts).evidence.at("count") == "2");
  SECTION("a migration half done is not done") {
    facts.sysvol_replicas.front().ntfrs = false;
    CHECK(test::failure("DIR-SYSVOL-NTFRS", facts).evidence.at("count") == "1");
  }
  SECTION("nothing at all: the other check speaks, this one cannot tell") {
    facts.sysvol_replicas.clear();
    CHECK(test::verdict("DIR-SYSVOL-NTFRS", facts) == Verdict::unknown);
  }
}
