// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-REVERSIBLE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("fails even on a disabled account: the secret is stored all the same") {
    CHECK(test::verdict("DIR-PRIV-REVERSIBLE", facts) == Verdict::pass);
    administrator.control = directory::uac::normal | directory::uac::reversible | directory::uac::disabled;
    CHECK(test::failure("DIR-PRIV-REVERSIBLE", facts).name == "adm.securite");
  }
  SECTION("unread is unknown; an ordinary account is not its business") {
    test::account(facts, "agent01").control = directory::uac::normal | directory::uac::reversible;
    CHECK(test::verdict("DIR-PRIV-REVERSIBLE", facts) == Verdict::pass);
    administrator.control.reset();
    CHECK(test::verdict("DIR-PRIV-REVERSIBLE", facts) == Verdict::unknown);
  }
}
