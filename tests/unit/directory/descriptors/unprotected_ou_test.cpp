// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-UNIT-DELETION", "[directory]") {
  auto facts = test::healthy_directory();
  auto& unit = test::node(facts, "Groupes");
  const auto check = "DIR-UNIT-DELETION";
  constexpr auto both = rights::delete_object | rights::delete_tree;

  SECTION("without the denial, then with half of it, then with all") {
    unit.descriptor = DescriptorRef{0};
    CHECK(test::failure(check, facts).name == "Groupes");
    test::grant(facts, unit, test::everyone(facts), rights::delete_object, {}, Ace::Type::deny);
    CHECK(test::verdict(check, facts) == Verdict::fail);
    test::grant(facts, unit, test::everyone(facts), both, {}, Ace::Type::deny);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("denied to others, or to descendants alone") {
    unit.descriptor = DescriptorRef{0};
    test::grant(facts, unit, test::support_group(facts), both, {}, Ace::Type::deny);
    test::grant(facts, unit, test::everyone(facts), both, {}, Ace::Type::deny, 0x0A);
    CHECK(test::verdict(check, facts) == Verdict::fail);
  }
  SECTION("not read, no unit") {
    unit.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    std::erase_if(facts.nodes, [](const Node& one) { return one.kind == NodeKind::organizational_unit; });
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  }
}
