// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-KRB-NO-PREAUTH", "[directory]") {
  auto facts = test::healthy_directory();
  facts.password_settings.clear();
  auto& person = test::account(facts, "agent01");
  person.control = directory::uac::normal | directory::uac::no_preauth;

  SECTION("fails; privileged, it is another check's; disabled, it gives nothing") {
    CHECK(test::failure("DIR-KRB-NO-PREAUTH", facts).name == "agent01");
    person.primary_group = directory::well_known::rid_domain_admins;
    CHECK(test::verdict("DIR-KRB-NO-PREAUTH", facts) == Verdict::pass);
    person.primary_group = directory::well_known::rid_domain_users;
    person.control = *person.control | directory::uac::disabled;
    CHECK(test::verdict("DIR-KRB-NO-PREAUTH", facts) == Verdict::pass);
  }
  SECTION("a strong PSO, older than the password, makes up for it") {
    auto& settings = facts.password_settings.emplace_back();
    settings.dn = facts.names.intern("CN=PSO-Unix,CN=Password Settings Container,CN=System,DC=hopital,DC=test");
    settings.created = *person.password_set;
    settings.rules.min_length = 33;
    settings.rules.max_age = 1095 * 86400L;
    settings.applies_to = {person.dn};
    CHECK(test::verdict("DIR-KRB-NO-PREAUTH", facts) == Verdict::pass);
    settings.rules.min_length = 32;
    CHECK(test::verdict("DIR-KRB-NO-PREAUTH", facts) == Verdict::fail);
  }
  SECTION("PSOs out of sight, or an unread account, are unknown") {
    test::hide_password_settings(facts);
    CHECK(test::verdict("DIR-KRB-NO-PREAUTH", facts) == Verdict::unknown);
    person.control.reset();
    CHECK(test::verdict("DIR-KRB-NO-PREAUTH", facts) == Verdict::unknown);
  }
}
