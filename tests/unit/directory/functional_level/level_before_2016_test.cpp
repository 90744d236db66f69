// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-LEVEL-2016", "[directory]") {
  auto facts = test::healthy_directory();
  const auto verdict_at = [&](std::uint32_t level) {
    facts.domain.behaviour = level;
    return test::verdict("DIR-LEVEL-2016", facts);
  };
  CHECK(verdict_at(6) == Verdict::fail);
  CHECK(verdict_at(6) == Verdict::fail);
  CHECK(verdict_at(7) == Verdict::pass);
  SECTION("the forest counts apart") {
    facts.forest.behaviour = 6;
    CHECK(test::failure("DIR-LEVEL-2016", facts).evidence.at("scope") == "forest");
  }
  SECTION("what the head does not say, the server's own description may; else unknown") {
    facts.domain.behaviour.reset();
    CHECK(test::verdict("DIR-LEVEL-2016", facts) == Verdict::unknown);
    facts.root.domain_level = 6;
    CHECK(test::verdict("DIR-LEVEL-2016", facts) == Verdict::fail);
  }
}
