// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-MAIL", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("mail on a privileged account fails, on an ordinary one passes") {
    test::account(facts, "agent01").has_mail = true;
    CHECK(test::verdict("DIR-PRIV-MAIL", facts) == Verdict::pass);
    administrator.has_mail = true;
    CHECK(test::failure("DIR-PRIV-MAIL", facts).name == "adm.securite");
  }
  SECTION("a disabled account opens no mail; unread, it is unknown") {
    administrator.has_mail = true;
    administrator.control = directory::uac::disabled;
    CHECK(test::verdict("DIR-PRIV-MAIL", facts) == Verdict::pass);
    administrator.control.reset();
    CHECK(test::verdict("DIR-PRIV-MAIL", facts) == Verdict::unknown);
  }
}
