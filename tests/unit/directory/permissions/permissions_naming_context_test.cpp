// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-PARTITION-HEADS tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-PARTITION-HEADS", [](DirectoryFacts& facts) -> Object& {
    return test::node(facts, NodeKind::configuration_head);
  });
}

TEST_CASE("DIR-ACL-PARTITION-HEADS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& head = test::node(facts, NodeKind::domain_head);
  const auto support = test::support_group(facts);

  SECTION("both replication rights are DCSync, one alone is not") {
    test::grant(facts, head, support, rights::control_access, rights::replicate_changes);
    CHECK(test::verdict("DIR-ACL-PARTITION-HEADS", facts) == Verdict::pass);
    test::grant(facts, head, support, rights::control_access, rights::replicate_changes_all);
    const auto found = test::failure("DIR-ACL-PARTITION-HEADS", facts);
    CHECK(found.evidence.at("right") == "DCSync");
    CHECK(found.level == 1);
  }
  SECTION("creating children of every class is level 2") {
    test::grant(facts, head, support, rights::create_child);
    CHECK(test::failure("DIR-ACL-PARTITION-HEADS", facts).level == 2);
  }
  SECTION("an entry for descendants alone gives nothing on the head") {
    test::grant(facts, head, support, rights::full_control, {}, Ace::Type::allow, 0x0A);
    CHECK(test::verdict("DIR-ACL-PARTITION-HEADS", facts) == Verdict::pass);
  }
  SECTION("without the domain head nothing was decided") {
    head.kind = NodeKind::other;
    CHECK(test::verdict("DIR-ACL-PARTITION-HEADS", facts) == Verdict::unknown);
  }
}
