// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PWD-REVERSIBLE-DOMAIN", "[directory]") {
  auto facts = test::healthy_directory();
  auto& reversible = facts.domain.rules.reversible;

  SECTION("off passes, on fails, unread is unknown") {
    CHECK(test::verdict("DIR-PWD-REVERSIBLE-DOMAIN", facts) == Verdict::pass);
    reversible = true;
    CHECK(test::failure("DIR-PWD-REVERSIBLE-DOMAIN", facts).object == test::domain_dn);
    reversible.reset();
    CHECK(test::verdict("DIR-PWD-REVERSIBLE-DOMAIN", facts) == Verdict::unknown);
  }
}
