// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SIDHISTORY-SAME-DOMAIN", "[directory]") {
  auto facts = test::healthy_directory();
  const auto verdict_of = [&](std::string_view value) {
    facts.sid_histories = {{test::account(facts, "agent01").dn, test::sid(facts, value)}};
    return test::verdict("DIR-SIDHISTORY-SAME-DOMAIN", facts);
  };
  CHECK(test::verdict("DIR-SIDHISTORY-SAME-DOMAIN", facts) == Verdict::pass);

  CHECK(verdict_of("S-1-5-21-1000-2000-3000-1202") == Verdict::fail);
  CHECK(verdict_of("S-1-5-21-1000-2000-3001-1202") == Verdict::pass);
  CHECK(verdict_of("S-1-5-32-544") == Verdict::pass);
}
