// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DC-INACTIVE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& controller = test::account(facts, "DC1$");

  SECTION("45 days pass, 46 fail") {
    controller.last_logon = facts.collected_at - days{45};
    CHECK(test::verdict("DIR-DC-INACTIVE", facts) == Verdict::pass);
    controller.last_logon = facts.collected_at - days{46};
    CHECK(test::failure("DIR-DC-INACTIVE", facts).evidence.at("age_days") == "46");
  }
  SECTION("what was not read is unknown") {
    controller.last_logon.reset();
    CHECK(test::verdict("DIR-DC-INACTIVE", facts) == Verdict::unknown);
  }
  SECTION("a read-only controller counts, and no controller at all was not read") {
    controller.primary_group = directory::well_known::rid_read_only_controllers;
    controller.last_logon = facts.collected_at - days{46};
    CHECK(test::verdict("DIR-DC-INACTIVE", facts) == Verdict::fail);
    for (auto& account : facts.accounts) account.primary_group = directory::well_known::rid_domain_computers;
    CHECK(test::verdict("DIR-DC-INACTIVE", facts) == Verdict::unknown);
  }
}
