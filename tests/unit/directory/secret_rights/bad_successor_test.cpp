// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-BAD-SUCCESSOR", "[directory]") {
  auto facts = test::healthy_directory();
  auto& unit = test::node(facts, "Personnel");
  const auto support = test::support_group(facts);
  const auto check = "DIR-BAD-SUCCESSOR";
  test::grant(facts, unit, support, rights::create_child);

  SECTION("schema 90, 91, not read") {
    facts.schema.version = 90;
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
    facts.schema.version = 91;
    const auto found = test::failure(check, facts);
    CHECK(found.evidence.at("trustee") == "GG_Support_Informatique");
    CHECK(found.name == "Personnel");
    facts.schema.version.reset();
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
  SECTION("the class alone, another class, denied before") {
    facts.schema.version = 91;
    auto& ace = facts.descriptors.back().aces.back();
    ace.object = rights::class_delegated_managed_service;
    CHECK(test::verdict(check, facts) == Verdict::fail);
    ace.object = rights::class_user;
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::grant(facts, unit, support, rights::create_child, {}, Ace::Type::deny);
    test::grant(facts, unit, support, rights::create_child);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("a descriptor that was not read") {
    facts.schema.version = 91;
    unit.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
