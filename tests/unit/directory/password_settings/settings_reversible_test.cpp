// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PSO-REVERSIBLE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& settings = facts.password_settings.emplace_back();
  settings.dn = facts.names.intern("CN=PSO-Bornes,CN=Password Settings Container,CN=System,DC=hopital,DC=test");

  SECTION("on fails, off passes, unread is unknown") {
    settings.rules.reversible = true;
    CHECK(test::failure("DIR-PSO-REVERSIBLE", facts).name == "PSO-Bornes");
    settings.rules.reversible = false;
    CHECK(test::verdict("DIR-PSO-REVERSIBLE", facts) == Verdict::pass);
    settings.rules.reversible.reset();
    CHECK(test::verdict("DIR-PSO-REVERSIBLE", facts) == Verdict::unknown);
  }
  SECTION("no PSO: nothing to say; out of sight: unknown") {
    facts.password_settings.clear();
    CHECK(test::verdict("DIR-PSO-REVERSIBLE", facts) == Verdict::not_applicable);
    test::hide_password_settings(facts);
    CHECK(test::verdict("DIR-PSO-REVERSIBLE", facts) == Verdict::unknown);
  }
}
