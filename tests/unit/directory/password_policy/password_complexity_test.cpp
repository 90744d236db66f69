// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PWD-COMPLEXITY", "[directory]") {
  auto facts = test::healthy_directory();
  auto& complexity = facts.domain.rules.complexity;

  SECTION("off fails on the domain, or on the PSO alone") {
    auto& settings = facts.password_settings.emplace_back();
    settings.dn = facts.names.intern("CN=PSO-Bornes,CN=Password Settings Container,CN=System,DC=hopital,DC=test");
    settings.rules.complexity = true;
    CHECK(test::verdict("DIR-PWD-COMPLEXITY", facts) == Verdict::pass);
    settings.rules.complexity = false;
    CHECK(test::failure("DIR-PWD-COMPLEXITY", facts).name == "PSO-Bornes");
    complexity = false;
    CHECK(test::failures("DIR-PWD-COMPLEXITY", facts) == 2);
  }
  SECTION("unread is unknown") {
    complexity.reset();
    CHECK(test::verdict("DIR-PWD-COMPLEXITY", facts) == Verdict::unknown);
  }
}
