// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-MACHINE-QUOTA", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-MACHINE-QUOTA", facts) == Verdict::pass);
  facts.domain.machine_account_quota = 1;
  CHECK(test::failure("DIR-MACHINE-QUOTA", facts).evidence.at("quota") == "1");
  facts.domain.machine_account_quota.reset();
  CHECK(test::verdict("DIR-MACHINE-QUOTA", facts) == Verdict::unknown);
}
