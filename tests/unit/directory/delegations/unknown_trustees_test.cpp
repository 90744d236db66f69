// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-UNKNOWN-TRUSTEES", "[directory]") {
  auto facts = test::healthy_directory();
  auto& unit = test::node(facts, "Personnel");
  const auto check = "DIR-UNKNOWN-TRUSTEES";

  SECTION("gone: RID 1000 and more of this domain; 999, other domains and well-known SIDs cannot be told") {
    for (const auto* sid : {"S-1-5-21-1000-2000-3000-999", "S-1-5-21-7-7-7-5000", "S-1-5-32-577", "S-1-5-80-1-2-3-4-5"})
      test::grant(facts, unit, test::sid(facts, sid), rights::list);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::grant(facts, unit, test::sid(facts, "S-1-5-21-1000-2000-3000-7000"), rights::list);
    CHECK(test::failure(check, facts).evidence.at("trustee_sid") == "S-1-5-21-1000-2000-3000-7000");
  }
  SECTION("several entries of one trustee are one finding; inherited ones are told above") {
    const auto gone = test::sid(facts, "S-1-5-21-1000-2000-3000-7000");
    test::grant(facts, unit, gone, rights::list, {}, Ace::Type::allow, 0x10);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::grant(facts, unit, gone, rights::list);
    test::grant(facts, unit, gone, rights::read_property, {}, Ace::Type::deny);
    CHECK(test::failures(check, facts) == 1);
  }
  SECTION("an account that exists") {
    test::grant(facts, unit, test::support_group(facts), rights::list);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
}
