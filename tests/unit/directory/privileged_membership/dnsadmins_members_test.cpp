// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DNSADMINS-MEMBERS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& group = test::domain_group(facts, 1101);

  SECTION("an ordinary member fails, nested or not") {
    auto& team = test::add_group(facts, "Equipe reseau", 2000);
    test::add_member(facts, team, test::account(facts, "agent02").dn);
    test::add_member(facts, test::domain_group(facts, 1101), team.dn);
    CHECK(test::failure("DIR-DNSADMINS-MEMBERS", facts).name == "agent02");
  }
  SECTION("an administrator gains nothing by it and passes") {
    test::add_member(facts, group, test::account(facts, "adm.securite").dn);
    CHECK(test::verdict("DIR-DNSADMINS-MEMBERS", facts) == Verdict::pass);
  }
  SECTION("a foreign member fails") {
    test::add_member(facts, group,
                     facts.names.intern("CN=S-1-5-21-7-8-9-1104,CN=ForeignSecurityPrincipals,DC=hopital,DC=test"));
    CHECK(test::verdict("DIR-DNSADMINS-MEMBERS", facts) == Verdict::fail);
  }
  SECTION("members cut short are unknown; without the group there is nothing to say") {
    group.incomplete = true;
    CHECK(test::verdict("DIR-DNSADMINS-MEMBERS", facts) == Verdict::unknown);
    std::erase_if(facts.groups, [](const directory::Group& one) { return one.sam == "DnsAdmins"; });
    CHECK(test::verdict("DIR-DNSADMINS-MEMBERS", facts) == Verdict::not_applicable);
  }
}
