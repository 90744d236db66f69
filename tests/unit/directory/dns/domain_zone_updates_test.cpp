// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/dns/zone_updates.hpp"

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DNS-DOMAIN-UPDATES", "[directory]") {
  auto facts = test::healthy_directory();
  test::check_zone_updates("DIR-DNS-DOMAIN-UPDATES", 0, 2);
  SECTION("_msdcs and root hints count, whatever the case") {
    auto& zone = facts.dns_zones.front();
    zone.allow_update = 1;
    for (const auto* name : {"_MSDCS.hopital.test", "rootdnsservers", "HOPITAL.test"}) {
      zone.name = name;
      CHECK(test::verdict("DIR-DNS-DOMAIN-UPDATES", facts) == Verdict::fail);
    }
  }
  SECTION("the domain's zones are served elsewhere") {
    facts.dns_zones.erase(facts.dns_zones.begin(), facts.dns_zones.begin() + 2);
    CHECK(facts.dns_zones.size() == 1);
    CHECK(test::verdict("DIR-DNS-DOMAIN-UPDATES", facts) == Verdict::not_applicable);
  }
}
