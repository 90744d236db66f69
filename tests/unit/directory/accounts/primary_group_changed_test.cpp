// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-ACC-PRIMARY-GROUP-CHANGED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");
  auto& machine = test::account(facts, "POSTE01$");

  SECTION("another group fails and is named") {
    test::add_group(facts, "Equipe", 2000);
    person.primary_group = 2000;
    CHECK(test::failure("DIR-ACC-PRIMARY-GROUP-CHANGED", facts).evidence.at("group") == "Equipe");
  }
  SECTION("guests for a person pass, computers do not") {
    person.primary_group = directory::well_known::rid_domain_guests;
    CHECK(test::verdict("DIR-ACC-PRIMARY-GROUP-CHANGED", facts) == Verdict::pass);
    person.primary_group = directory::well_known::rid_domain_computers;
    CHECK(test::verdict("DIR-ACC-PRIMARY-GROUP-CHANGED", facts) == Verdict::fail);
  }
  SECTION("516 is for controllers alone") {
    machine.primary_group = directory::well_known::rid_domain_controllers;
    CHECK(test::failure("DIR-ACC-PRIMARY-GROUP-CHANGED", facts).name == "POSTE01$");
  }
  SECTION("managed service accounts are of the computers' group; read-only controllers of theirs") {
    person.kind = directory::AccountKind::group_managed_service;
    person.primary_group = directory::well_known::rid_domain_computers;
    machine.control = directory::uac::workstation | directory::uac::partial_secrets;
    machine.primary_group = directory::well_known::rid_read_only_controllers;
    CHECK(test::verdict("DIR-ACC-PRIMARY-GROUP-CHANGED", facts) == Verdict::pass);
  }
  SECTION("unread is unknown") {
    person.primary_group.reset();
    CHECK(test::verdict("DIR-ACC-PRIMARY-GROUP-CHANGED", facts) == Verdict::unknown);
  }
}
