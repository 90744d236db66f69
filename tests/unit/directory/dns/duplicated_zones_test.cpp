// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DNS-DUPLICATE", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-DNS-DUPLICATE", facts) == Verdict::pass);
  const auto add = [&](std::string_view name, std::string_view dn) {
    auto& zone = facts.dns_zones.emplace_back();
    zone.name = name;
    zone.dn = facts.names.intern(dn);
  };
  SECTION("in two partitions: both are named") {
    add("HOPITAL.test", "DC=hopital.test,CN=MicrosoftDNS,CN=System,DC=hopital,DC=test");
    CHECK(test::failures("DIR-DNS-DUPLICATE", facts) == 2);
  }
  SECTION("a conflict, a copy in progress") {
    add("hopital.test", "DC=hopital.test\\0ACNF:6f1c,CN=MicrosoftDNS,DC=DomainDnsZones,DC=hopital,DC=test");
    CHECK(test::failures("DIR-DNS-DUPLICATE", facts) == 2);
    facts.dns_zones.pop_back();
    add("..InProgress-6f1c-x", "DC=..InProgress-6f1c-x,CN=MicrosoftDNS,DC=DomainDnsZones,DC=hopital,DC=test");
    CHECK(test::failure("DIR-DNS-DUPLICATE", facts).evidence.at("reason") == "copy in progress");
  }
  SECTION("root hints and trust anchors lie in several partitions") {
    for (const auto* name : {"RootDNSServers", "..TrustAnchors"})
      for (const auto* place : {"CN=System", "DC=DomainDnsZones"})
        add(name, fmt::format("DC={},CN=MicrosoftDNS,{},DC=hopital,DC=test", name, place));
    CHECK(test::verdict("DIR-DNS-DUPLICATE", facts) == Verdict::pass);
  }
  SECTION("no zone in the directory") {
    facts.dns_zones.clear();
    CHECK(test::verdict("DIR-DNS-DUPLICATE", facts) == Verdict::not_applicable);
  }
}
