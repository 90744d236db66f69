// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/rodc/rodc_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-RODC-REVEALED", "[directory]") {
  test::RodcCase rodc;
  const auto check = "DIR-RODC-REVEALED";
  rodc.common(check);

  SECTION("ordinary accounts are what it is for") {
    rodc.settings().revealed.push_back(test::account(rodc.facts, "agent01").dn);
    CHECK(test::verdict(check, rodc.facts) == Verdict::pass);
  }
  SECTION("an administrator, krbtgt, a writable controller") {
    for (const auto* sam : {"adm.securite", "krbtgt", "DC1$"})
      rodc.settings().revealed.push_back(test::account(rodc.facts, sam).dn);
    CHECK(test::failures(check, rodc.facts) == 3);
    rodc.settings().revealed = {test::account(rodc.facts, "adm.securite").dn};
    const auto found = test::failure(check, rodc.facts);
    CHECK(found.name == "RODC1$");
    CHECK(found.evidence.at("member") == "adm.securite");
  }
  SECTION("without the groups of reference nothing was decided") {
    test::domain_group(rodc.facts, 512).sid = SidRef::none;
    CHECK(test::verdict(check, rodc.facts) == Verdict::unknown);
  }
}
