// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-LAPS-UNUSED", "[directory]") {
  auto facts = test::healthy_directory();
  for (auto& account : facts.accounts) account.laps_windows.reset();
  CHECK(test::failure("DIR-LAPS-UNUSED", facts).evidence.at("total") == "6");
  SECTION("one is enough, of either version; a controller is none") {
    test::account(facts, "DC1$").laps_windows = facts.collected_at;
    CHECK(test::verdict("DIR-LAPS-UNUSED", facts) == Verdict::fail);
    test::account(facts, "POSTE01$").laps_legacy = facts.collected_at;
    CHECK(test::verdict("DIR-LAPS-UNUSED", facts) == Verdict::pass);
  }
  SECTION("without a Windows computer there is nothing to manage") {
    for (auto& account : facts.accounts) account.system = "";
    CHECK(test::verdict("DIR-LAPS-UNUSED", facts) == Verdict::not_applicable);
  }
}
