// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DANGEROUS-EXTENDED-RIGHTS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& head = test::node(facts, NodeKind::domain_head);
  const auto support = test::support_group(facts);
  const auto check = "DIR-DANGEROUS-EXTENDED-RIGHTS";

  SECTION("each of the three") {
    for (const auto& right : {rights::reanimate_tombstones, rights::unexpire_password, rights::migrate_sid_history})
      test::grant(facts, head, support, rights::control_access, right);
    CHECK(test::failures(check, facts) == 3);
  }
  SECTION("authenticated users may unexpire by default, not reanimate") {
    test::grant(facts, head, test::authenticated_users(facts), rights::control_access, rights::unexpire_password);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::grant(facts, head, test::authenticated_users(facts), rights::control_access, rights::reanimate_tombstones);
    CHECK(test::failure(check, facts).evidence.at("right") == "Reanimate-Tombstones");
  }
  SECTION("administrators, a denial, another right, an inherited copy") {
    test::grant(facts, head, test::sid(facts, "S-1-5-32-544"), rights::control_access, rights::migrate_sid_history);
    test::grant(facts, head, support, rights::control_access, rights::migrate_sid_history, Ace::Type::deny);
    test::grant(facts, head, support, rights::control_access, rights::replicate_changes);
    test::grant(facts, test::node(facts, "Personnel"), support, rights::control_access, rights::reanimate_tombstones,
                Ace::Type::allow, 0x10);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not read") {
    head.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
