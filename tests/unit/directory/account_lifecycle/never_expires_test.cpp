// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-NEVER-EXPIRES", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");
  person.control = directory::uac::normal | directory::uac::dont_expire;

  SECTION("enabled fails, disabled passes, unread is unknown") {
    CHECK(test::failure("DIR-NEVER-EXPIRES", facts).name == "agent01");
    person.control = *person.control | directory::uac::disabled;
    CHECK(test::verdict("DIR-NEVER-EXPIRES", facts) == Verdict::pass);
    person.control.reset();
    CHECK(test::verdict("DIR-NEVER-EXPIRES", facts) == Verdict::unknown);
  }
  SECTION("managed service accounts and machines are left aside") {
    person.kind = directory::AccountKind::managed_service;
    CHECK(test::verdict("DIR-NEVER-EXPIRES", facts) == Verdict::pass);
  }
}
