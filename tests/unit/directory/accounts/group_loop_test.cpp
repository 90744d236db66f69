// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-GROUP-LOOP", "[directory]") {
  auto facts = test::healthy_directory();
  facts.groups.reserve(5100);
  auto& a = test::add_group(facts, "Groupe A", 2000);
  auto& b = test::add_group(facts, "Groupe B", 2001);
  auto& c = test::add_group(facts, "Groupe C", 2002);
  test::add_member(facts, a, b.dn);
  test::add_member(facts, b, c.dn);
  test::add_member(facts, a, c.dn);

  SECTION("two ways to the same group are no loop") { CHECK(test::verdict("DIR-GROUP-LOOP", facts) == Verdict::pass); }
  SECTION("a loop of three is told once, with its groups") {
    test::add_member(facts, c, a.dn);
    const auto failure = test::failure("DIR-GROUP-LOOP", facts);
    CHECK(failure.evidence.at("count") == "3");
    CHECK(failure.evidence.at("groups") == "Groupe A, Groupe B, Groupe C");
  }
  SECTION("a group that holds itself is a loop; two loops are two") {
    test::add_member(facts, c, c.dn);
    CHECK(test::failure("DIR-GROUP-LOOP", facts).evidence.at("groups") == "Groupe C");
    test::add_member(facts, b, a.dn);
    CHECK(test::failures("DIR-GROUP-LOOP", facts) == 2);
  }
  SECTION("five thousand nested groups that end where they began are followed to the end") {
    auto* last = &c;
    for (std::uint32_t i = 0; i < 5000; ++i) {
      auto& next = test::add_group(facts, "Niveau " + std::to_string(i), 3000 + i);
      test::add_member(facts, *last, next.dn);
      last = &next;
    }
    test::add_member(facts, *last, c.dn);
    CHECK(test::failure("DIR-GROUP-LOOP", facts).evidence.at("count") == "5001");
  }
  SECTION("members cut short are unknown") {
    a.incomplete = true;
    CHECK(test::verdict("DIR-GROUP-LOOP", facts) == Verdict::unknown);
  }
}
