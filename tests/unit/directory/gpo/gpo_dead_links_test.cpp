// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/gpo/gpo_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-GPO-DEAD-LINKS", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-GPO-DEAD-LINKS";
  auto& unit = test::node(facts, "Personnel");
  auto& gpo = test::add_gpo(facts);
  test::link(facts, unit, test::policy_dn, 0);
  CHECK(test::verdict(check, facts) == Verdict::pass);

  SECTION("one half off is a choice, both are nothing, unless the link is off too") {
    gpo.flags = 1;
    CHECK(test::verdict(check, facts) == Verdict::pass);
    gpo.flags = 3;
    const auto found = test::failure(check, facts);
    CHECK(found.evidence.at("state") == "disabled");
    CHECK(found.evidence.at("policy") == "Postes de soins");
    test::link(facts, unit, test::policy_dn, 1);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("gone; of another domain it cannot be told") {
    test::link(facts, unit, "cn={9},cn=policies,cn=system,DC=hopital,DC=test", 0);
    CHECK(test::failure(check, facts).evidence.at("state") == "absent");
    test::link(facts, unit, "cn={9},cn=policies,cn=system,DC=ailleurs,DC=test", 0);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
}
