// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-LAPS-PASSWORD-READERS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& workstation = test::account(facts, "POSTE01$");
  const auto check = "DIR-LAPS-PASSWORD-READERS";
  const auto staff = test::domain_group(facts, 513).sid;
  const auto laps = facts.schema.laps_windows_guid;
  constexpr auto both = rights::control_access | rights::read_property;

  SECTION("both rights on the attribute, one alone, through all extended rights") {
    test::grant(facts, workstation, staff, rights::control_access, laps);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::grant(facts, workstation, staff, both, laps);
    CHECK(test::failure(check, facts).evidence.at("trustee") == "Domain Users");
    test::grant(facts, test::account(facts, "POSTE02$"), staff, both);
    CHECK(test::failures(check, facts) == 2);
  }
  SECTION("a support team, another attribute, a denial before") {
    test::grant(facts, workstation, test::support_group(facts), both, laps);
    test::grant(facts, workstation, staff, both, rights::key_credential_link);
    test::grant(facts, workstation, staff, rights::control_access, laps, Ace::Type::deny);
    test::grant(facts, workstation, staff, both, laps);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("the account that audits could read one") {
    test::add_user(facts, "lecteur", 2500);
    test::account(facts, "POSTE01$").laps_readable = true;
    CHECK(test::failure(check, facts).evidence.at("trustee") == "lecteur");
    facts.origin.reader = "HOPITAL\\adm.securite";
    CHECK(test::verdict(check, facts) == Verdict::pass);
    facts.origin.reader = "CN=lecteur,OU=Personnel,DC=hopital,DC=test";
    CHECK(test::failures(check, facts) == 1);
  }
  SECTION("not read, not used") {
    workstation.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    facts.schema.laps_windows = facts.schema.laps_legacy = false;
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  }
}
