// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

namespace {

directory::PasswordSettings& add_settings(directory::DirectoryFacts& facts, directory::NameRef applies_to) {
  auto& settings = facts.password_settings.emplace_back();
  settings.dn = facts.names.intern("CN=PSO-Bornes,CN=Password Settings Container,CN=System,DC=hopital,DC=test");
  settings.rules = facts.domain.rules;
  settings.applies_to = {applies_to};
  return settings;
}

}  // namespace

TEST_CASE("DIR-PSO-WEAK", "[directory]") {
  auto facts = test::healthy_directory();
  auto& settings = add_settings(facts, test::account(facts, "agent01").dn);

  SECTION("eight characters and three years pass, less or more fails") {
    settings.rules.min_length = 8;
    settings.rules.max_age = 1095 * 86400L;
    CHECK(test::verdict("DIR-PSO-WEAK", facts) == Verdict::pass);
    settings.rules.min_length = 7;
    CHECK(test::failure("DIR-PSO-WEAK", facts).evidence.at("weakness") == "min_length=7");
    settings.rules.min_length = 8;
    settings.rules.max_age = 1096 * 86400L;
    CHECK(test::failure("DIR-PSO-WEAK", facts).evidence.at("weakness") == "max_age_days=1096");
  }
  SECTION("no PSO: nothing to say; out of sight or a value unread: unknown") {
    settings.rules.max_age.reset();
    CHECK(test::verdict("DIR-PSO-WEAK", facts) == Verdict::unknown);
    facts.password_settings.clear();
    CHECK(test::verdict("DIR-PSO-WEAK", facts) == Verdict::not_applicable);
    test::hide_password_settings(facts);
    CHECK(test::verdict("DIR-PSO-WEAK", facts) == Verdict::unknown);
  }
}
