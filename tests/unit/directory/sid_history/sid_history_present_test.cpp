// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SIDHISTORY-PRESENT", "[directory]") {
  auto facts = test::healthy_directory();
  const auto verdict_of = [&](std::string_view value) {
    facts.sid_histories = {{test::account(facts, "agent01").dn, test::sid(facts, value)}};
    return test::verdict("DIR-SIDHISTORY-PRESENT", facts);
  };
  CHECK(test::verdict("DIR-SIDHISTORY-PRESENT", facts) == Verdict::pass);

  CHECK(verdict_of("S-1-5-21-7-7-7-1234") == Verdict::fail);
  SECTION("a group's counts, and a value met twice is one") {
    const auto sid = test::sid(facts, "S-1-5-21-7-7-7-1300");
    auto& group = test::add_group(facts, "Services cliniques", 1600);
    group.sid_history = {sid};
    facts.sid_histories = {{group.dn, sid}};
    CHECK(test::failure("DIR-SIDHISTORY-PRESENT", facts).name == "Services cliniques");
  }
}
