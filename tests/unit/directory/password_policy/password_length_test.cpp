// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PWD-LENGTH", "[directory]") {
  auto facts = test::healthy_directory();
  auto& length = facts.domain.rules.min_length;

  SECTION("eight passes, seven fails") {
    length = 8;
    CHECK(test::verdict("DIR-PWD-LENGTH", facts) == Verdict::pass);
    length = 7;
    CHECK(test::failure("DIR-PWD-LENGTH", facts).evidence.at("value") == "7");
  }
  SECTION("a fine-grained policy is a policy too, and is named") {
    auto& settings = facts.password_settings.emplace_back();
    settings.dn = facts.names.intern("CN=PSO-Bornes,CN=Password Settings Container,CN=System,DC=hopital,DC=test");
    settings.rules = facts.domain.rules;
    settings.rules.min_length = 4;
    CHECK(test::failure("DIR-PWD-LENGTH", facts).name == "PSO-Bornes");
  }
  SECTION("unread is unknown") {
    length.reset();
    CHECK(test::verdict("DIR-PWD-LENGTH", facts) == Verdict::unknown);
  }
}
