// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-ACC-REVERSIBLE", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("people and machines fail alike, once each") {
    test::account(facts, "agent01").control = directory::uac::normal | directory::uac::reversible;
    test::account(facts, "POSTE01$").control = directory::uac::workstation | directory::uac::reversible;
    CHECK(test::failures("DIR-ACC-REVERSIBLE", facts) == 2);
  }
  SECTION("disabled passes, unread is unknown") {
    auto& person = test::account(facts, "agent01");
    person.control = directory::uac::reversible | directory::uac::disabled;
    CHECK(test::verdict("DIR-ACC-REVERSIBLE", facts) == Verdict::pass);
    person.control.reset();
    CHECK(test::verdict("DIR-ACC-REVERSIBLE", facts) == Verdict::unknown);
  }
}
