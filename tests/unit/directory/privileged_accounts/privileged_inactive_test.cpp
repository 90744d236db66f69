// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-PRIV-INACTIVE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("six months pass, one day more fails") {
    administrator.last_logon = facts.collected_at - days{180};
    CHECK(test::verdict("DIR-PRIV-INACTIVE", facts) == Verdict::pass);
    administrator.last_logon = facts.collected_at - days{181};
    CHECK(test::failure("DIR-PRIV-INACTIVE", facts).evidence.at("idle_days") == "181");
  }
  SECTION("an account that never logged on is as old as its creation") {
    administrator.last_logon.reset();
    CHECK(test::failure("DIR-PRIV-INACTIVE", facts).evidence.at("last_logon") == "never");
    administrator.created = facts.collected_at - days{5};
    CHECK(test::verdict("DIR-PRIV-INACTIVE", facts) == Verdict::pass);
    administrator.created.reset();
    CHECK(test::verdict("DIR-PRIV-INACTIVE", facts) == Verdict::unknown);
  }
}
