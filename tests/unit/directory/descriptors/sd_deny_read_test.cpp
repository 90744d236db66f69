// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DENY-READ", "[directory]") {
  auto facts = test::healthy_directory();
  auto& user = test::account(facts, "agent01");
  const auto support = test::support_group(facts);
  const auto check = "DIR-DENY-READ";
  const auto deny = Ace::Type::deny;

  SECTION("each right to read, one finding a trustee") {
    test::grant(facts, user, support, rights::read_property, {}, deny);
    test::grant(facts, user, support, rights::list, {}, deny);
    CHECK(test::failure(check, facts).evidence.at("trustee") == "GG_Support_Informatique");
    test::grant(facts, user, test::everyone(facts), rights::read_control, {}, deny);
    CHECK(test::failures(check, facts) == 2);
  }
  SECTION("writing or changing the password refused, inherited, or allowed: nothing") {
    test::grant(facts, user, support, rights::write_property | rights::control_access, {}, deny);
    test::grant(facts, user, support, rights::read_property, {}, deny, 0x10);
    test::grant(facts, user, support, rights::read_property);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
}
