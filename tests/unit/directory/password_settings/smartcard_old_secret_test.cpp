// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-SMARTCARD-OLD-SECRET", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");
  person.control = directory::uac::normal | directory::uac::smartcard_required;

  SECTION("91 days pass, 92 fail, whatever pwdLastSet says") {
    person.key_set = facts.collected_at - days{91};
    CHECK(test::verdict("DIR-SMARTCARD-OLD-SECRET", facts) == Verdict::pass);
    person.key_set = facts.collected_at - days{92};
    person.password_set = facts.collected_at;
    CHECK(test::failure("DIR-SMARTCARD-OLD-SECRET", facts).evidence.at("age_days") == "92");
  }
  SECTION("no metadata is unknown; without a card or disabled, nothing is asked") {
    CHECK(test::verdict("DIR-SMARTCARD-OLD-SECRET", facts) == Verdict::unknown);
    person.control = directory::uac::smartcard_required | directory::uac::disabled;
    CHECK(test::verdict("DIR-SMARTCARD-OLD-SECRET", facts) == Verdict::pass);
  }
}
