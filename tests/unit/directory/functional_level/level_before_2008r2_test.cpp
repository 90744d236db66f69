// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-LEVEL-2008R2", "[directory]") {
  auto facts = test::healthy_directory();
  const auto verdict_at = [&](std::uint32_t level) {
    facts.domain.behaviour = level;
    return test::verdict("DIR-LEVEL-2008R2", facts);
  };
  CHECK(verdict_at(3) == Verdict::fail);
  CHECK(verdict_at(0) == Verdict::fail);
  CHECK(verdict_at(4) == Verdict::pass);
  SECTION("the forest counts apart") {
    facts.forest.behaviour = 3;
    CHECK(test::failure("DIR-LEVEL-2008R2", facts).evidence.at("scope") == "forest");
  }
  SECTION("what the head does not say, the server's own description may; else unknown") {
    facts.domain.behaviour.reset();
    CHECK(test::verdict("DIR-LEVEL-2008R2", facts) == Verdict::unknown);
    facts.root.domain_level = 3;
    CHECK(test::verdict("DIR-LEVEL-2008R2", facts) == Verdict::fail);
  }
}
