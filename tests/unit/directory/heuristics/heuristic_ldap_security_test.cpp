// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-HEURISTIC-LDAP-SECURITY", "[directory]") {
  auto facts = test::healthy_directory();
  struct Case {
    std::string_view text;
    int additions, owners;  // level of characters 28 and 29
  };
  for (const auto& [text, additions, owners] :
       {Case{"0000000001000000000200000001130", 0, 0}, Case{"00000000010000000002000000011", 0, 0},
        Case{"0000000001000000000200000000130", 4, 0}, Case{"0000000001000000000200000001030", 0, 4},
        Case{"0000000001000000000200000002130", 2, 0}, Case{"0000000001000000000200000001230", 0, 2},
        Case{"000000000100000000020000000", 4, 4}, Case{"", 4, 4}}) {
    INFO(text);
    facts.forest.ds_heuristics = text;
    const auto found = test::run("DIR-HEURISTIC-LDAP-SECURITY", facts);
    REQUIRE(found.size() == 2);
    CHECK(found[0].level == additions);
    CHECK(found[1].level == owners);
    CHECK((found[0].verdict == Verdict::fail) == (additions != 0));
    CHECK((found[1].verdict == Verdict::fail) == (owners != 0));
  }
  facts.forest.ds_heuristics.reset();
  CHECK(test::verdict("DIR-HEURISTIC-LDAP-SECURITY", facts) == Verdict::unknown);
}
