// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-GUEST-ENABLED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& guest = test::account(facts, "Guest");

  SECTION("enabled fails under its French name too") {
    CHECK(test::verdict("DIR-GUEST-ENABLED", facts) == Verdict::pass);
    guest.sam = "Invité";
    guest.control = directory::uac::normal;
    CHECK(test::failure("DIR-GUEST-ENABLED", facts).name == "Invité");
  }
  SECTION("unread or out of sight is unknown") {
    guest.control.reset();
    CHECK(test::verdict("DIR-GUEST-ENABLED", facts) == Verdict::unknown);
    std::erase_if(facts.accounts, [](const directory::Account& one) { return one.sam == "Guest"; });
    CHECK(test::verdict("DIR-GUEST-ENABLED", facts) == Verdict::unknown);
  }
}
