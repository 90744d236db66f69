// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DELEG-UNCONSTRAINED", "[directory]") {
  auto facts = test::healthy_directory();
  SECTION("a server and a service account fail, even disabled: enabling them again is enough") {
    *test::account(facts, "SRV-FICHIERS$").control |= directory::uac::trusted_for_delegation;
    CHECK(test::failure("DIR-DELEG-UNCONSTRAINED", facts).name == "SRV-FICHIERS$");
    *test::account(facts, "agent01").control |= directory::uac::trusted_for_delegation | directory::uac::disabled;
    CHECK(test::failures("DIR-DELEG-UNCONSTRAINED", facts) == 2);
  }
  SECTION("controllers need it") { CHECK(test::verdict("DIR-DELEG-UNCONSTRAINED", facts) == Verdict::pass); }
  SECTION("unread flags are unknown") {
    test::account(facts, "agent01").control.reset();
    CHECK(test::verdict("DIR-DELEG-UNCONSTRAINED", facts) == Verdict::unknown);
  }
}
