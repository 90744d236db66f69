// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-ACC-PASSWORD-NOT-REQUIRED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");
  person.control = directory::uac::normal | directory::uac::password_not_required;

  SECTION("enabled fails, disabled passes, unread is unknown") {
    CHECK(test::failure("DIR-ACC-PASSWORD-NOT-REQUIRED", facts).name == "agent01");
    person.control = *person.control | directory::uac::disabled;
    CHECK(test::verdict("DIR-ACC-PASSWORD-NOT-REQUIRED", facts) == Verdict::pass);
    person.control.reset();
    CHECK(test::verdict("DIR-ACC-PASSWORD-NOT-REQUIRED", facts) == Verdict::unknown);
  }
  SECTION("a monitoring mailbox of Exchange is left aside by its place, not by its name") {
    person.sam = "HealthMailbox0123456";
    CHECK(test::verdict("DIR-ACC-PASSWORD-NOT-REQUIRED", facts) == Verdict::fail);
    person.dn = facts.names.intern(
        "CN=HealthMailbox0123456,CN=Monitoring Mailboxes,CN=Microsoft Exchange System Objects,DC=hopital,DC=test");
    CHECK(test::verdict("DIR-ACC-PASSWORD-NOT-REQUIRED", facts) == Verdict::pass);
  }
}
