// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-NO-PREAUTH", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("fails on a privileged account; an ordinary one is another check's") {
    test::account(facts, "agent01").control = directory::uac::normal | directory::uac::no_preauth;
    CHECK(test::verdict("DIR-PRIV-NO-PREAUTH", facts) == Verdict::pass);
    administrator.control = directory::uac::normal | directory::uac::no_preauth;
    CHECK(test::failure("DIR-PRIV-NO-PREAUTH", facts).name == "adm.securite");
  }
  SECTION("the controller gives nothing for a disabled account") {
    administrator.control = directory::uac::no_preauth | directory::uac::disabled;
    CHECK(test::verdict("DIR-PRIV-NO-PREAUTH", facts) == Verdict::pass);
  }
  SECTION("unread is unknown") {
    administrator.control.reset();
    CHECK(test::verdict("DIR-PRIV-NO-PREAUTH", facts) == Verdict::unknown);
  }
}
