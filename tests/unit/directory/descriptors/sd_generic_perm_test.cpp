// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-GENERIC-RIGHTS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& user = test::account(facts, "agent01");
  const auto check = "DIR-GENERIC-RIGHTS";
  test::grant(facts, user, test::support_group(facts), rights::full_control);
  CHECK(test::verdict(check, facts) == Verdict::pass);
  auto& ace = facts.descriptors.back().aces.back();
  ace.generic_bits = true;
  CHECK(test::failure(check, facts).evidence.at("trustee") == "GG_Support_Informatique");
  ace.flags = 0x0A;
  CHECK(test::verdict(check, facts) == Verdict::pass);
  ace.flags = 0;
  ace.type = Ace::Type::deny;
  CHECK(test::verdict(check, facts) == Verdict::pass);
}
