// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DC-COUNT", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-DC-COUNT", facts) == Verdict::pass);
  SECTION("a read-only controller does not count") {
    test::account(facts, "DC2$").primary_group = directory::well_known::rid_read_only_controllers;
    CHECK(test::failure("DIR-DC-COUNT", facts).evidence.at("count") == "1");
  }
  SECTION("none at all was not read") {
    for (auto& account : facts.accounts) account.primary_group = directory::well_known::rid_domain_computers;
    CHECK(test::verdict("DIR-DC-COUNT", facts) == Verdict::unknown);
  }
}
