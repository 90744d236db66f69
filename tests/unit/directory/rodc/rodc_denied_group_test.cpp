// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/rodc/rodc_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-RODC-DENIED-GROUP", "[directory]") {
  auto facts = test::healthy_directory();
  auto& denied = test::domain_group(facts, 572);
  const auto check = "DIR-RODC-DENIED-GROUP";
  CHECK(test::verdict(check, facts) == Verdict::pass);

  SECTION("each of the eight is needed, more do no harm") {
    REQUIRE(denied.members.size() == 8);
    denied.members.push_back(test::account(facts, "agent01").dn);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    denied.members.clear();
    CHECK(test::failures(check, facts) == 8);
  }
  SECTION("krbtgt alone is missing") {
    std::erase(denied.members, test::account(facts, "krbtgt").dn);
    CHECK(test::failure(check, facts).evidence.at("member") == "krbtgt");
  }
  SECTION("a child domain has no enterprise administrators of its own") {
    std::erase(denied.members, test::domain_group(facts, 519).dn);
    CHECK(test::verdict(check, facts) == Verdict::fail);
    test::domain_group(facts, 519).sid = SidRef::none;
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not read") {
    denied.incomplete = true;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    denied.incomplete = false;
    test::account(facts, "krbtgt").sid = SidRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    denied.sid = SidRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
