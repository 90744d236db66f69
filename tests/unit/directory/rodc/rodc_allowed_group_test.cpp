// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/rodc/rodc_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-RODC-ALLOWED-GROUP", "[directory]") {
  auto facts = test::healthy_directory();
  auto& allowed = test::domain_group(facts, 571);
  const auto check = "DIR-RODC-ALLOWED-GROUP";
  CHECK(test::verdict(check, facts) == Verdict::pass);

  SECTION("one member, each its own finding") {
    allowed.sam = "Groupe de réplication dont le mot de passe RODC est autorisé";
    allowed.members = {test::account(facts, "agent01").dn};
    const auto found = test::failure(check, facts);
    CHECK(found.evidence.at("member") == "agent01");
    CHECK(found.name == allowed.sam);
    allowed.members.push_back(facts.names.intern("CN=Inconnu,DC=ailleurs,DC=test"));
    CHECK(test::failures(check, facts) == 2);
  }
  SECTION("members not all read, or no group") {
    allowed.incomplete = true;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    allowed.sid = SidRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
