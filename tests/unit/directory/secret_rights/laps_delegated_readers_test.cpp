// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-LAPS-DELEGATED-READERS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& unit = test::node(facts, "Personnel");
  const auto support = test::support_group(facts);
  const auto laps = facts.schema.laps_windows_guid;
  const auto check = "DIR-LAPS-DELEGATED-READERS";
  constexpr auto reading = rights::control_access | rights::read_property;

  SECTION("a team, until it is declared") {
    test::grant(facts, unit, support, reading, laps, Ace::Type::allow, 0x0A);
    const auto found = test::failure(check, facts);
    CHECK(found.name == "Personnel");
    CHECK(found.evidence.at("trustee") == "GG_Support_Informatique");
    CHECK(test::verdict(check, facts, {{"expected_groups", std::vector<std::string>{"gg_support_informatique"}}}) ==
          Verdict::pass);
  }
  SECTION("all extended rights read it too; for users alone they do not") {
    test::grant(facts, unit, support, reading, {}, Ace::Type::allow, 0x0A);
    CHECK(test::failures(check, facts) == 1);
    facts.descriptors.back().aces.back().inherited = rights::class_user;
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not handed down, inherited from above, reading alone") {
    test::grant(facts, unit, support, reading, laps);
    test::grant(facts, unit, support, reading, laps, Ace::Type::allow, 0x1A);
    test::grant(facts, unit, support, rights::read_property, laps, Ace::Type::allow, 0x0A);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not used, not read") {
    unit.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    facts.schema.laps_windows = facts.schema.laps_legacy = false;
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  }
}
