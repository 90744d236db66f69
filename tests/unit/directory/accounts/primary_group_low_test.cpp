// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-ACC-PRIMARY-GROUP-LOW", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");

  SECTION("999 fails, 1000 passes") {
    person.primary_group = 999;
    CHECK(test::failure("DIR-ACC-PRIMARY-GROUP-LOW", facts).evidence.at("primary_group") == "999");
    person.primary_group = 1000;
    CHECK(test::verdict("DIR-ACC-PRIMARY-GROUP-LOW", facts) == Verdict::pass);
  }
  SECTION("domain administrators fail, the account disabled or not") {
    person.primary_group = directory::well_known::rid_domain_admins;
    person.control = directory::uac::normal | directory::uac::disabled;
    CHECK(test::failure("DIR-ACC-PRIMARY-GROUP-LOW", facts).evidence.at("group") == "Domain Admins");
  }
  SECTION("unread is unknown") {
    person.control.reset();
    CHECK(test::verdict("DIR-ACC-PRIMARY-GROUP-LOW", facts) == Verdict::unknown);
  }
}
