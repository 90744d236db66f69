// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PWD-MAX-AGE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& max_age = facts.domain.rules.max_age;

  SECTION("three years pass, one second more and no end fail") {
    max_age = 1095 * 86400L;
    CHECK(test::verdict("DIR-PWD-MAX-AGE", facts) == Verdict::pass);
    max_age = 1095 * 86400L + 1;
    CHECK(test::verdict("DIR-PWD-MAX-AGE", facts) == Verdict::fail);
    max_age = 0;
    CHECK(test::failure("DIR-PWD-MAX-AGE", facts).evidence.at("max_age") == "never");
  }
  SECTION("unread is unknown") {
    max_age.reset();
    CHECK(test::verdict("DIR-PWD-MAX-AGE", facts) == Verdict::unknown);
  }
}
