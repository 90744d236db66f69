// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-OBJECT-OWNER", "[directory]") {
  auto facts = test::healthy_directory();
  auto& workstation = test::account(facts, "POSTE01$");
  const auto technician = test::account(facts, "agent01").sid;
  const auto check = "DIR-OBJECT-OWNER";

  SECTION("created 7 days ago is tolerated, 8 days ago is not") {
    test::set_owner(facts, workstation, technician);
    workstation.created = facts.collected_at - days{7};
    CHECK(test::verdict(check, facts) == Verdict::pass);
    workstation.created = facts.collected_at - days{8};
    const auto found = test::failure(check, facts);
    CHECK(found.name == "POSTE01$");
    CHECK(found.evidence.at("owner") == "agent01");
  }
  SECTION("an unknown date of creation is no excuse") {
    test::set_owner(facts, workstation, technician);
    workstation.created.reset();
    CHECK(test::verdict(check, facts) == Verdict::fail);
  }
  SECTION("groups, units and policies count, other containers do not") {
    test::set_owner(facts, test::domain_group(facts, 513), technician);
    test::set_owner(facts, test::node(facts, "Personnel"), technician);
    test::set_owner(facts, test::node(facts, NodeKind::container), technician);
    auto& gpo = facts.gpos.emplace_back();
    gpo.dn = facts.names.intern("CN={6},CN=Policies,CN=System,DC=hopital,DC=test");
    gpo.descriptor = test::node(facts, "Personnel").descriptor;
    CHECK(test::failures(check, facts) == 3);
  }
  SECTION("a SID that no longer resolves is shown as it is") {
    test::set_owner(facts, workstation, test::sid(facts, "S-1-5-21-1000-2000-3000-9999"));
    CHECK(test::failure(check, facts).evidence.at("owner") == "S-1-5-21-1000-2000-3000-9999");
  }
  SECTION("not read") {
    workstation.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
