// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DORMANT", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");
  person.password_set = facts.collected_at - days{1096};
  person.last_logon = facts.collected_at - days{366};

  SECTION("each dormant account is named") {
    const auto failure = test::failure("DIR-DORMANT", facts);
    CHECK(failure.name == "agent01");
    CHECK(failure.evidence.at("last_logon") == "2025-11-24");
  }
  SECTION("one recent date is enough, even if the other was not read") {
    person.password_set.reset();
    person.last_logon = facts.collected_at - days{365};
    CHECK(test::verdict("DIR-DORMANT", facts) == Verdict::pass);
  }
  SECTION("no date is unknown; a computer is not its business") {
    person.password_set.reset();
    CHECK(test::verdict("DIR-DORMANT", facts) == Verdict::unknown);
    person.kind = directory::AccountKind::computer;
    CHECK(test::verdict("DIR-DORMANT", facts) == Verdict::pass);
  }
}
