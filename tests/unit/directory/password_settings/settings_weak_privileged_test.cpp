// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PSO-WEAK-PRIVILEGED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& settings = facts.password_settings.emplace_back();
  settings.dn = facts.names.intern("CN=PSO-Bornes,CN=Password Settings Container,CN=System,DC=hopital,DC=test");
  settings.rules.max_age = 86400;
  settings.applies_to = {test::account(facts, "agent01").dn};
  settings.rules.min_length = 7;

  SECTION("each weak PSO is told by one of the two checks") {
    CHECK(test::verdict("DIR-PSO-WEAK-PRIVILEGED", facts) == Verdict::pass);
    settings.applies_to = {test::domain_group(facts, directory::well_known::rid_domain_admins).dn};
    CHECK(test::failure("DIR-PSO-WEAK-PRIVILEGED", facts).name == "PSO-Bornes");
    CHECK(test::verdict("DIR-PSO-WEAK", facts) == Verdict::pass);
  }
  SECTION("the administrator itself, or an ordinary group that holds them, makes it privileged") {
    settings.applies_to = {test::account(facts, "adm.securite").dn};
    CHECK(test::verdict("DIR-PSO-WEAK-PRIVILEGED", facts) == Verdict::fail);
    auto& team = test::add_group(facts, "Informatique", 2000);
    test::add_member(facts, team, test::account(facts, "adm.securite").dn);
    settings.applies_to = {team.dn};
    CHECK(test::verdict("DIR-PSO-WEAK-PRIVILEGED", facts) == Verdict::fail);
  }
  SECTION("out of sight is unknown") {
    facts.password_settings.clear();
    test::hide_password_settings(facts);
    CHECK(test::verdict("DIR-PSO-WEAK-PRIVILEGED", facts) == Verdict::unknown);
  }
}
