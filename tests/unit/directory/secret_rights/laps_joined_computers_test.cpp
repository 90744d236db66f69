// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-LAPS-JOINED-COMPUTERS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& workstation = test::account(facts, "POSTE01$");
  const auto technician = test::account(facts, "agent01").sid;
  const auto check = "DIR-LAPS-JOINED-COMPUTERS";
  workstation.creator = technician;
  CHECK(test::verdict(check, facts) == Verdict::pass);

  SECTION("what joining gives by default") {
    test::grant(facts, workstation, technician, rights::control_access | rights::read_property);
    CHECK(test::failure(check, facts).evidence.at("trustee") == "agent01");
  }
  SECTION("ownership, disabled accounts, no LAPS, another than the creator") {
    facts.forest.ds_heuristics = "";
    test::set_owner(facts, workstation, technician);
    CHECK(test::verdict(check, facts) == Verdict::fail);
    workstation.creator = test::account(facts, "agent02").sid;
    CHECK(test::verdict(check, facts) == Verdict::pass);
    workstation.creator = technician;
    workstation.laps_windows.reset();
    CHECK(test::verdict(check, facts) == Verdict::pass);
    workstation.laps_legacy = facts.collected_at;
    CHECK(test::verdict(check, facts) == Verdict::fail);
    workstation.control = uac::workstation | uac::disabled;
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not read") {
    workstation.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
