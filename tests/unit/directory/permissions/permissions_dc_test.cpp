// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-CONTROLLERS tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-CONTROLLERS",
                           [](DirectoryFacts& facts) -> Object& { return test::account(facts, "DC1$"); });
}

TEST_CASE("DIR-ACL-CONTROLLERS", "[directory]") {
  auto facts = test::healthy_directory();
  const auto support = test::support_group(facts);

  SECTION("the right to link a policy on their unit is control of the controllers") {
    test::grant(facts, test::node(facts, "Domain Controllers"), support, rights::write_property, rights::gp_link);
    const auto found = test::failure("DIR-ACL-CONTROLLERS", facts);
    CHECK(found.evidence.at("right") == "WriteGPLink");
    CHECK(found.name == "Domain Controllers");
  }
  SECTION("a unit that holds no controller is another check's matter") {
    test::grant(facts, test::node(facts, "Personnel"), support, rights::full_control);
    CHECK(test::verdict("DIR-ACL-CONTROLLERS", facts) == Verdict::pass);
  }
  SECTION("an ordinary owner of a controller is level 2 since KB5008383, none where owners are blocked") {
    facts.forest.ds_heuristics = "";
    test::set_owner(facts, test::account(facts, "DC1$"), support);
    CHECK(test::failure("DIR-ACL-CONTROLLERS", facts).level == 2);
    facts.forest.ds_heuristics = "00000000010000000002000000011";
    CHECK(test::verdict("DIR-ACL-CONTROLLERS", facts) == Verdict::pass);
  }
  SECTION("the manager of a read-only controller administers it") {
    auto& rodc = test::add_computer(facts, "RODC1$", 1400, "Windows Server 2022 Standard");
    rodc.primary_group = well_known::rid_read_only_controllers;
    rodc.managed_by = facts.groups.back().dn;
    CHECK(test::failure("DIR-ACL-CONTROLLERS", facts).evidence.at("right") == "ManagedBy");
    facts.accounts.back().managed_by = test::domain_group(facts, 512).dn;
    CHECK(test::verdict("DIR-ACL-CONTROLLERS", facts) == Verdict::pass);
    facts.accounts.back().managed_by = facts.names.intern("CN=Disparu,DC=hopital,DC=test");
    CHECK(test::verdict("DIR-ACL-CONTROLLERS", facts) == Verdict::unknown);
  }
  SECTION("without controllers nothing was decided") {
    for (const auto* name : {"DC1$", "DC2$"}) test::account(facts, name).primary_group.reset();
    CHECK(test::verdict("DIR-ACL-CONTROLLERS", facts) == Verdict::unknown);
  }
}
