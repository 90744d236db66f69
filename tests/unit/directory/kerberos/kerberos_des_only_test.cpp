// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-KRB-DES-ONLY", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");
  person.control = directory::uac::normal | directory::uac::des_only;

  SECTION("enabled fails, disabled passes, unread is unknown") {
    CHECK(test::failure("DIR-KRB-DES-ONLY", facts).name == "agent01");
    person.control = *person.control | directory::uac::disabled;
    CHECK(test::verdict("DIR-KRB-DES-ONLY", facts) == Verdict::pass);
    person.control.reset();
    CHECK(test::verdict("DIR-KRB-DES-ONLY", facts) == Verdict::unknown);
  }
  SECTION("a machine fails as well") {
    person.control = directory::uac::normal;
    test::account(facts, "POSTE01$").control = directory::uac::workstation | directory::uac::des_only;
    CHECK(test::failure("DIR-KRB-DES-ONLY", facts).name == "POSTE01$");
  }
}
