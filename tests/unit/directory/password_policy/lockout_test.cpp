// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PWD-LOCKOUT", "[directory]") {
  auto facts = test::healthy_directory();
  auto& threshold = facts.domain.rules.lockout_threshold;

  SECTION("ten passes, eleven and never fail") {
    threshold = 10;
    CHECK(test::verdict("DIR-PWD-LOCKOUT", facts) == Verdict::pass);
    threshold = 11;
    CHECK(test::failure("DIR-PWD-LOCKOUT", facts).evidence.at("threshold") == "11");
    threshold = 0;
    CHECK(test::failure("DIR-PWD-LOCKOUT", facts).evidence.at("threshold") == "0");
  }
  SECTION("unread is unknown") {
    threshold.reset();
    CHECK(test::verdict("DIR-PWD-LOCKOUT", facts) == Verdict::unknown);
  }
}
