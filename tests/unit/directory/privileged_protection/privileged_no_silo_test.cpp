// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-NO-SILO", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("no silo fails") {
    administrator.silo = directory::NameRef::none;
    CHECK(test::failure("DIR-PRIV-NO-SILO", facts).evidence.at("silo") == "none");
  }
  SECTION("a silo in audit only fails, and is named") {
    administrator.silo_enforced = false;
    CHECK(test::failure("DIR-PRIV-NO-SILO", facts).evidence.at("silo") == "Administration");
  }
  SECTION("an enforced one passes; an unread account is unknown") {
    CHECK(test::verdict("DIR-PRIV-NO-SILO", facts) == Verdict::pass);
    administrator.control.reset();
    CHECK(test::verdict("DIR-PRIV-NO-SILO", facts) == Verdict::unknown);
  }
}
