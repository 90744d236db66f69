// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-MIGRATION-GROUP", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("the group fails, without regard to case; that of another domain does not") {
    test::add_group(facts, "AUTRE$$$", 2000);
    CHECK(test::verdict("DIR-MIGRATION-GROUP", facts) == Verdict::pass);
    test::add_group(facts, "hopital$$$", 2001);
    CHECK(test::failure("DIR-MIGRATION-GROUP", facts).name == "hopital$$$");
  }
  SECTION("an account of that name fails too") {
    test::add_user(facts, "HOPITAL$$$", 2000);
    CHECK(test::verdict("DIR-MIGRATION-GROUP", facts) == Verdict::fail);
  }
  SECTION("without the domain's short name the answer is unknown") {
    facts.domain.netbios = {};
    CHECK(test::verdict("DIR-MIGRATION-GROUP", facts) == Verdict::unknown);
  }
}
