// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DC-OBSOLETE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& controller = test::account(facts, "DC1$");
  controller.system = "Windows Server 2016 Standard";
  controller.system_version = "10.0 (14393)";
  SECTION("the day after the end of support") {
    facts.collected_at = std::chrono::sys_days{std::chrono::year{2027} / 1 / 12};
    CHECK(test::verdict("DIR-DC-OBSOLETE", facts) == Verdict::pass);
    facts.collected_at = std::chrono::sys_days{std::chrono::year{2027} / 1 / 13};
    CHECK(test::failure("DIR-DC-OBSOLETE", facts).name == "DC1$");
  }
  SECTION("a build that nobody knows is unknown") {
    controller.system = "Windows Server Standard";
    controller.system_version = "10.0 (33000)";
    CHECK(test::verdict("DIR-DC-OBSOLETE", facts) == Verdict::unknown);
  }
}
