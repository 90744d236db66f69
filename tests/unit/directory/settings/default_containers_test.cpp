// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DEFAULT-CONTAINERS", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-DEFAULT-CONTAINERS", facts) == Verdict::pass);
  SECTION("moved, whatever the case of the GUID") {
    facts.domain.well_known[1] = "B:32:aa312825768811d1aded00c04fd8d5cd:OU=Postes,DC=hopital,DC=test";
    const auto finding = test::failure("DIR-DEFAULT-CONTAINERS", facts);
    CHECK(finding.evidence.at("expected") == "CN=Computers");
    CHECK(finding.evidence.at("place") == "OU=Postes,DC=hopital,DC=test");
  }
  SECTION("the case of names does not count, an unknown GUID or a broken value is no matter") {
    facts.domain.well_known[0] = "B:32:A9D1CA15768811D1ADED00C04FD8D5CD:cn=users,dc=HOPITAL,dc=test";
    facts.domain.well_known.insert(facts.domain.well_known.end(),
                                   {"B:32:00000000000000000000000000000000:CN=X", "B:32:", ""});
    CHECK(test::verdict("DIR-DEFAULT-CONTAINERS", facts) == Verdict::pass);
  }
  SECTION("not read is unknown") {
    facts.domain.well_known.clear();
    CHECK(test::verdict("DIR-DEFAULT-CONTAINERS", facts) == Verdict::unknown);
  }
}
