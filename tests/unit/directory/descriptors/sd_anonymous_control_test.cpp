// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ANONYMOUS-CONTROL", "[directory]") {
  auto facts = test::healthy_directory();
  const auto anonymous = test::sid(facts, "S-1-5-7");
  const auto check = "DIR-ANONYMOUS-CONTROL";

  SECTION("any kind of object") {
    test::grant(facts, test::account(facts, "agent01"), anonymous, rights::control_access,
                rights::force_change_password);
    test::grant(facts, test::domain_group(facts, 513), anonymous, rights::write_property, rights::member);
    test::grant(facts, test::node(facts, "Personnel"), anonymous, rights::write_owner);
    CHECK(test::failures(check, facts) == 3);
  }
  SECTION("reading is no control; everyone is not anonymous") {
    test::grant(facts, test::account(facts, "agent01"), anonymous, rights::read_property);
    test::grant(facts, test::account(facts, "agent02"), test::everyone(facts), rights::full_control);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("denied before") {
    test::grant(facts, test::account(facts, "agent01"), anonymous, rights::full_control, {}, Ace::Type::deny);
    test::grant(facts, test::account(facts, "agent01"), anonymous, rights::full_control);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
}
