// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-PASSWORD-RULES", "[directory]") {
  auto facts = test::healthy_directory();
  auto& rules = facts.domain.rules;

  SECTION("eight characters and three years pass, less or more fails") {
    rules.min_length = 8;
    rules.max_age = 1095 * 86400L;
    CHECK(test::verdict("DIR-PRIV-PASSWORD-RULES", facts) == Verdict::pass);
    rules.min_length = 7;
    CHECK(test::failure("DIR-PRIV-PASSWORD-RULES", facts).evidence.at("weakness") == "min_length=7");
    rules.max_age = 1096 * 86400L;
    CHECK(test::failure("DIR-PRIV-PASSWORD-RULES", facts).evidence.at("weakness") == "min_length=7, max_age_days=1096");
    rules.max_age = 0;
    CHECK(test::failure("DIR-PRIV-PASSWORD-RULES", facts).evidence.at("weakness") == "min_length=7, max_age=never");
  }
  SECTION("a PSO on the group wins over the domain, both ways") {
    auto& settings = facts.password_settings.emplace_back();
    settings.dn = facts.names.intern("CN=PSO-Admins,CN=Password Settings Container,CN=System,DC=hopital,DC=test");
    settings.rules = rules;
    settings.applies_to = {test::domain_group(facts, directory::well_known::rid_domain_admins).dn};
    rules.min_length = 5;
    CHECK(test::verdict("DIR-PRIV-PASSWORD-RULES", facts) == Verdict::pass);
    settings.rules.min_length = 6;
    CHECK(test::failure("DIR-PRIV-PASSWORD-RULES", facts).evidence.at("policy") == "PSO-Admins");
  }
  SECTION("PSOs out of sight are unknown, except where they cannot exist") {
    test::hide_password_settings(facts);
    CHECK(test::verdict("DIR-PRIV-PASSWORD-RULES", facts) == Verdict::unknown);
    facts.domain.behaviour = 2;
    CHECK(test::verdict("DIR-PRIV-PASSWORD-RULES", facts) == Verdict::pass);
  }
  SECTION("a length that was not read is unknown") {
    rules.min_length.reset();
    CHECK(test::verdict("DIR-PRIV-PASSWORD-RULES", facts) == Verdict::unknown);
  }
}
