// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SMARTCARD-ROTATION", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-SMARTCARD-ROTATION", facts) == Verdict::not_applicable);
  auto& person = test::account(facts, "agent01");
  person.control = directory::uac::normal | directory::uac::smartcard_required;

  SECTION("set passes; off, or never set, fails") {
    CHECK(test::verdict("DIR-SMARTCARD-ROTATION", facts) == Verdict::pass);
    facts.domain.expire_smartcard_passwords = false;
    CHECK(test::failure("DIR-SMARTCARD-ROTATION", facts).evidence.at("accounts") == "1");
    facts.domain.expire_smartcard_passwords.reset();
    CHECK(test::verdict("DIR-SMARTCARD-ROTATION", facts) == Verdict::fail);
  }
  SECTION("below level 2016 the setting does nothing; an unread level leaves it unknown") {
    facts.domain.behaviour = 6;
    CHECK(test::verdict("DIR-SMARTCARD-ROTATION", facts) == Verdict::fail);
    facts.domain.behaviour.reset();
    CHECK(test::verdict("DIR-SMARTCARD-ROTATION", facts) == Verdict::unknown);
  }
  SECTION("a disabled card account does not count") {
    person.control = directory::uac::smartcard_required | directory::uac::disabled;
    CHECK(test::verdict("DIR-SMARTCARD-ROTATION", facts) == Verdict::not_applicable);
  }
}
