// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DC-PASSWORD", "[directory]") {
  auto facts = test::healthy_directory();
  auto& controller = test::account(facts, "DC1$");

  SECTION("45 days pass, 46 fail") {
    controller.password_set = facts.collected_at - days{45};
    CHECK(test::verdict("DIR-DC-PASSWORD", facts) == Verdict::pass);
    controller.password_set = facts.collected_at - days{46};
    CHECK(test::failure("DIR-DC-PASSWORD", facts).evidence.at("age_days") == "46");
  }
  SECTION("what was not read is unknown") {
    controller.password_set.reset();
    CHECK(test::verdict("DIR-DC-PASSWORD", facts) == Verdict::unknown);
  }
  SECTION("an inactive controller cannot change anything: the check on inactive controllers says so") {
    controller.last_logon = facts.collected_at - days{60};
    controller.password_set = facts.collected_at - days{80};
    CHECK(test::verdict("DIR-DC-PASSWORD", facts) == Verdict::pass);
    CHECK(test::verdict("DIR-DC-INACTIVE", facts) == Verdict::fail);
  }
  SECTION("what replication says of the key counts when it is later") {
    controller.password_set = facts.collected_at - days{80};
    controller.key_set = facts.collected_at - days{20};
    CHECK(test::verdict("DIR-DC-PASSWORD", facts) == Verdict::pass);
  }
}
