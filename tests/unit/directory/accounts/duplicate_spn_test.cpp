// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DUPLICATE-SPN", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("the same name on two accounts fails, without regard to case, once") {
    test::account(facts, "agent01").spns = {"HTTP/portail.hopital.test"};
    test::account(facts, "agent02").spns = {"http/PORTAIL.hopital.test"};
    const auto failure = test::failure("DIR-DUPLICATE-SPN", facts);
    CHECK(failure.evidence.at("accounts") == "agent01, agent02");
    CHECK(failure.evidence.at("spn") == "http/portail.hopital.test");
  }
  SECTION("twice on one account, or another port, passes") {
    test::account(facts, "agent01").spns = {"HTTP/portail.hopital.test", "http/portail.hopital.test"};
    test::account(facts, "agent02").spns = {"HTTP/portail.hopital.test:8443"};
    CHECK(test::verdict("DIR-DUPLICATE-SPN", facts) == Verdict::pass);
  }
}
