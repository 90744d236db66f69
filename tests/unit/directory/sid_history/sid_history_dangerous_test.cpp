// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SIDHISTORY-PRIVILEGED", "[directory]") {
  auto facts = test::healthy_directory();
  const auto verdict_of = [&](std::string_view value) {
    facts.sid_histories = {{test::account(facts, "agent01").dn, test::sid(facts, value)}};
    return test::verdict("DIR-SIDHISTORY-PRIVILEGED", facts);
  };
  CHECK(test::verdict("DIR-SIDHISTORY-PRIVILEGED", facts) == Verdict::pass);

  for (const auto* value :
       {"S-1-5-21-7-7-7-512", "S-1-5-21-7-7-7-999", "S-1-5-32-544", "S-1-5-18", "S-1-5-21-1000-2000-3000-500",
        "S-1-5-21-1000-2000-3000-1110"}) {  // the last one is an administrator's own SID
    INFO(value);
    CHECK(verdict_of(value) == Verdict::fail);
  }
  CHECK(verdict_of("S-1-5-21-7-7-7-1000") == Verdict::pass);
  CHECK(verdict_of("S-1-5-21-1000-2000-3000-1202") == Verdict::pass);
}
