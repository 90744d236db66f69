// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PSO-UNREAD", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("a container in sight passes, even empty; out of sight fails") {
    CHECK(test::verdict("DIR-PSO-UNREAD", facts) == Verdict::pass);
    test::hide_password_settings(facts);
    CHECK(test::verdict("DIR-PSO-UNREAD", facts) == Verdict::fail);
  }
  SECTION("a PSO that was read is proof; before Windows Server 2008 there is none") {
    test::hide_password_settings(facts);
    facts.domain.behaviour = 3;
    CHECK(test::verdict("DIR-PSO-UNREAD", facts) == Verdict::fail);
    facts.domain.behaviour = 2;
    CHECK(test::verdict("DIR-PSO-UNREAD", facts) == Verdict::pass);
    facts.domain.behaviour = 7;
    facts.password_settings.emplace_back();
    CHECK(test::verdict("DIR-PSO-UNREAD", facts) == Verdict::pass);
  }
}
