// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACC-PASSWORD-AGE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");

  SECTION("three years pass, one day more fails") {
    person.password_set = facts.collected_at - days{1095};
    CHECK(test::verdict("DIR-ACC-PASSWORD-AGE", facts) == Verdict::pass);
    person.password_set = facts.collected_at - days{1096};
    CHECK(test::failure("DIR-ACC-PASSWORD-AGE", facts).evidence.at("changed") == "2023-11-25");
  }
  SECTION("no date is unknown; disabled is left aside") {
    person.password_set.reset();
    CHECK(test::verdict("DIR-ACC-PASSWORD-AGE", facts) == Verdict::unknown);
    person.control = directory::uac::disabled;
    CHECK(test::verdict("DIR-ACC-PASSWORD-AGE", facts) == Verdict::pass);
  }
}
