// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-KRB-DES-TYPES", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent01");

  SECTION("either DES type fails, even beside AES; RC4 and AES are other checks'") {
    for (const std::uint32_t types : {0x1U, 0x2U, 0x1fU}) {
      person.encryption_types = types;
      CHECK(test::verdict("DIR-KRB-DES-TYPES", facts) == Verdict::fail);
    }
    CHECK(test::failure("DIR-KRB-DES-TYPES", facts).evidence.at("types") == "0x1f");
    person.encryption_types = 0x1c;
    CHECK(test::verdict("DIR-KRB-DES-TYPES", facts) == Verdict::pass);
  }
  SECTION("an absent attribute says nothing of DES; a machine's is its own") {
    person.encryption_types.reset();
    test::account(facts, "POSTE01$").encryption_types = 0x1f;
    CHECK(test::verdict("DIR-KRB-DES-TYPES", facts) == Verdict::pass);
  }
  SECTION("unread is unknown") {
    person.control.reset();
    CHECK(test::verdict("DIR-KRB-DES-TYPES", facts) == Verdict::unknown);
  }
}
