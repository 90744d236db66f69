// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-SPN-TOLERATED", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-PRIV-SPN-TOLERATED", facts) == Verdict::pass);
  auto& account = test::account(facts, "adm.securite");
  account.spns = {"MSSQLSvc/srv-bdd.hopital.test:1433"};

  SECTION("what DIR-PRIV-SPN tolerates is told here, and nothing else") {
    CHECK(test::verdict("DIR-PRIV-SPN", facts) == Verdict::fail);
    CHECK(test::verdict("DIR-PRIV-SPN-TOLERATED", facts) == Verdict::pass);
    account.kind = directory::AccountKind::group_managed_service;
    CHECK(test::verdict("DIR-PRIV-SPN", facts) == Verdict::pass);
    CHECK(test::failure("DIR-PRIV-SPN-TOLERATED", facts).name == "adm.securite");
  }
  SECTION("an account that was not read is unknown") {
    account.control.reset();
    CHECK(test::verdict("DIR-PRIV-SPN-TOLERATED", facts) == Verdict::unknown);
  }
}
