// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PWD-HISTORY", "[directory]") {
  auto facts = test::healthy_directory();
  auto& history = facts.domain.rules.history;

  SECTION("24 passes, 23 fails") {
    history = 24;
    CHECK(test::verdict("DIR-PWD-HISTORY", facts) == Verdict::pass);
    history = 23;
    CHECK(test::failure("DIR-PWD-HISTORY", facts).evidence.at("value") == "23");
  }
  SECTION("unread is unknown") {
    history.reset();
    CHECK(test::verdict("DIR-PWD-HISTORY", facts) == Verdict::unknown);
  }
}
