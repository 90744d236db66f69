// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/dns/zone_updates.hpp"

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DNS-OTHER-UPDATES", "[directory]") {
  auto facts = test::healthy_directory();
  test::check_zone_updates("DIR-DNS-OTHER-UPDATES", 2, 0);
  SECTION("a directory whose zones are all the domain's") {
    facts.dns_zones.pop_back();
    CHECK(test::verdict("DIR-DNS-OTHER-UPDATES", facts) == Verdict::not_applicable);
  }
}
