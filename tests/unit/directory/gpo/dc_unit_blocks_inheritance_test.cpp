// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/gpo/gpo_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-CONTROLLERS-BLOCK-POLICIES", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-CONTROLLERS-BLOCK-POLICIES";
  test::node(facts, "Personnel").gp_options = 1;
  CHECK(test::verdict(check, facts) == Verdict::pass);
  test::node(facts, "Domain Controllers").gp_options = 1;
  CHECK(test::failure(check, facts).name == "Domain Controllers");
  for (const auto* name : {"DC1$", "DC2$"}) test::account(facts, name).primary_group.reset();
  CHECK(test::verdict(check, facts) == Verdict::unknown);
}
