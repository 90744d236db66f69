// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-LOGON-SCRIPT", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("a script fails on a privileged account, not on an ordinary one") {
    test::account(facts, "agent01").script = "ouverture.bat";
    CHECK(test::verdict("DIR-PRIV-LOGON-SCRIPT", facts) == Verdict::pass);
    administrator.script = "ouverture.bat";
    CHECK(test::failure("DIR-PRIV-LOGON-SCRIPT", facts).evidence.at("script") == "ouverture.bat");
  }
  SECTION("disabled, it runs nothing; unread, it is unknown") {
    administrator.script = "ouverture.bat";
    administrator.control = directory::uac::disabled;
    CHECK(test::verdict("DIR-PRIV-LOGON-SCRIPT", facts) == Verdict::pass);
    administrator.control.reset();
    CHECK(test::verdict("DIR-PRIV-LOGON-SCRIPT", facts) == Verdict::unknown);
  }
}
