// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DCSYNC-HOLDERS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& head = test::node(facts, NodeKind::domain_head);
  const auto first = test::add_group(facts, "GG_Replication_1", 1501).sid;
  const auto second = test::add_group(facts, "GG_Replication_2", 1502).sid;
  const auto check = "DIR-DCSYNC-HOLDERS";
  const auto give = [&](SidRef who, const Guid& right) {
    test::grant(facts, head, who, rights::control_access, right);
  };

  SECTION("each right through another group: who is in both") {
    give(first, rights::replicate_changes);
    give(second, rights::replicate_changes_all);
    facts.groups[facts.groups.size() - 2].members = {test::account(facts, "agent01").dn,
                                                     test::account(facts, "agent02").dn};
    CHECK(test::verdict(check, facts) == Verdict::pass);
    facts.groups.back().members = {test::account(facts, "agent02").dn, test::account(facts, "adm.securite").dn};
    CHECK(test::failure(check, facts).evidence.at("trustee") == "agent02");
  }
  SECTION("both to one account") {
    const auto synchronisation = test::add_user(facts, "MSOL_0123456789ab", 1700).sid;
    give(synchronisation, rights::replicate_changes);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    give(synchronisation, rights::replicate_changes_all);
    CHECK(test::failure(check, facts).evidence.at("trustee") == "MSOL_0123456789ab");
  }
  SECTION("one given to all, the other to a group: the group") {
    give(test::everyone(facts), rights::replicate_changes);
    give(first, rights::replicate_changes_all);
    CHECK(test::failure(check, facts).evidence.at("trustee") == "GG_Replication_1");
  }
  SECTION("read-only controllers replicate without secrets") {
    give(test::domain_group(facts, 498).sid, rights::replicate_changes);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not read") {
    head.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
