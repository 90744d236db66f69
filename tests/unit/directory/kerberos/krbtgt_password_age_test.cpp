// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-KRBTGT-AGE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& changed = test::account(facts, "krbtgt").password_set;

  SECTION("at the limit passes, one day later fails and says by how much") {
    changed = facts.collected_at - days{365};
    CHECK(test::verdict("DIR-KRBTGT-AGE", facts) == Verdict::pass);
    changed = facts.collected_at - days{366};
    const auto late = test::failure("DIR-KRBTGT-AGE", facts);
    CHECK(late.evidence.at("age_days") == "366");
    CHECK(late.name == "krbtgt");
  }
  SECTION("an attribute that could not be read is unknown, never a pass") {
    changed.reset();
    CHECK(test::verdict("DIR-KRBTGT-AGE", facts) == Verdict::unknown);
  }
  SECTION("the limit is a parameter") {
    changed = facts.collected_at - days{100};
    CHECK(test::verdict("DIR-KRBTGT-AGE", facts, {{"max_age_days", std::int64_t{99}}}) == Verdict::fail);
  }
}
