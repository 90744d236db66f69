// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DNS-OTHER-UPDATES", "[directory]") {
  auto facts = test::healthy_directory();
  auto& zone = facts.dns_zones[2];
  CHECK(test::verdict("DIR-DNS-OTHER-UPDATES", facts) == Verdict::pass);
  SECTION("unsecured updates fail, none or secure ones pass") {
    zone.allow_update = 1;
    CHECK(test::failure("DIR-DNS-OTHER-UPDATES", facts).evidence.at("zone") == zone.name);
    zone.allow_update = 0;
    CHECK(test::verdict("DIR-DNS-OTHER-UPDATES", facts) == Verdict::pass);
  }
  SECTION("the other zones are the other check's") {
    facts.dns_zones[0].allow_update = 1;
    CHECK(test::verdict("DIR-DNS-OTHER-UPDATES", facts) == Verdict::pass);
  }
  SECTION("what could not be read is unknown, a forwarder has nothing to read") {
    zone.allow_update.reset();
    CHECK(test::verdict("DIR-DNS-OTHER-UPDATES", facts) == Verdict::unknown);
    zone.zone_type = 4;
    CHECK(test::verdict("DIR-DNS-OTHER-UPDATES", facts) == Verdict::pass);
    zone.malformed = true;
    CHECK(test::verdict("DIR-DNS-OTHER-UPDATES", facts) == Verdict::unknown);
  }

  SECTION("without an integrated zone there is nothing to decide") {
    facts.dns_zones.clear();
    CHECK(test::verdict("DIR-DNS-OTHER-UPDATES", facts) == Verdict::not_applicable);
  }
}
