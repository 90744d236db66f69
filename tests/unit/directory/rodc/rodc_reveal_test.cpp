// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/rodc/rodc_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-RODC-REVEAL", "[directory]") {
  test::RodcCase rodc;
  const auto check = "DIR-RODC-REVEAL";
  rodc.common(check);
  auto& facts = rodc.facts;
  auto& allowed = rodc.settings().reveal_on_demand;

  SECTION("RID 571 and a group of the site are what is expected; 999 is not, 1000 is") {
    allowed.push_back(test::add_group(facts, "GG_Site_Annexe", 1000).dn);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    allowed.push_back(test::add_group(facts, "GG_Ancien", 999).dn);
    CHECK(test::failure(check, facts).evidence.at("member") == "GG_Ancien");
  }
  SECTION("all users of the domain, a built-in group, an administrator in person") {
    allowed = {test::domain_group(facts, 513).dn, test::builtin_group(facts, 551).dn,
               test::account(facts, "adm.securite").dn};
    CHECK(test::failures(check, facts) == 3);
  }
  SECTION("a name that was not collected says nothing") {
    allowed.push_back(facts.names.intern("CN=Inconnu,DC=ailleurs,DC=test"));
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
}
