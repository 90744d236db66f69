// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-PRIV-PASSWORD-AGE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("three years pass, one day more fails") {
    administrator.password_set = facts.collected_at - days{1095};
    CHECK(test::verdict("DIR-PRIV-PASSWORD-AGE", facts) == Verdict::pass);
    administrator.password_set = facts.collected_at - days{1096};
    CHECK(test::failure("DIR-PRIV-PASSWORD-AGE", facts).evidence.at("age_days") == "1096");
  }
  SECTION("a later change seen in replication counts") {
    administrator.password_set = facts.collected_at - days{2000};
    administrator.key_set = facts.collected_at - days{10};
    CHECK(test::verdict("DIR-PRIV-PASSWORD-AGE", facts) == Verdict::pass);
  }
  SECTION("an account that must change since its creation dates from it") {
    administrator.password_set.reset();
    administrator.must_change = true;
    administrator.created = facts.collected_at - days{1096};
    CHECK(test::verdict("DIR-PRIV-PASSWORD-AGE", facts) == Verdict::fail);
  }
  SECTION("no date is unknown; a disabled account is left aside") {
    administrator.password_set.reset();
    CHECK(test::verdict("DIR-PRIV-PASSWORD-AGE", facts) == Verdict::unknown);
    administrator.control = directory::uac::disabled;
    CHECK(test::verdict("DIR-PRIV-PASSWORD-AGE", facts) == Verdict::pass);
  }
}
