// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DNS-RECORD-CREATION", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-DNS-RECORD-CREATION";
  facts.dns_zones.clear();
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  auto& zone = facts.dns_zones.emplace_back();
  zone.dn = facts.names.intern("DC=hopital.test,CN=MicrosoftDNS,DC=DomainDnsZones,DC=hopital,DC=test");
  zone.descriptor = DescriptorRef{0};
  CHECK(test::verdict(check, facts) == Verdict::pass);

  SECTION("any class, or names alone; another class, or a dedicated group, is nothing") {
    test::grant(facts, zone, test::support_group(facts), rights::create_child);
    test::grant(facts, zone, test::authenticated_users(facts), rights::create_child, rights::class_dns_zone);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::grant(facts, zone, test::authenticated_users(facts), rights::create_child, rights::class_dns_node);
    CHECK(test::failure(check, facts).evidence.at("trustee") == "Authenticated Users");
    test::grant(facts, zone, test::domain_group(facts, 515).sid, rights::create_child);
    CHECK(test::failures(check, facts) == 2);
  }
  SECTION("not read") {
    zone.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
