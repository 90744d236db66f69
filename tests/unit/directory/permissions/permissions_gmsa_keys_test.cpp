// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-GMSA-KEYS tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-GMSA-KEYS",
                           [](DirectoryFacts& facts) -> Object& { return test::node(facts, NodeKind::kds_container); });
}

TEST_CASE("DIR-ACL-GMSA-KEYS", "[directory]") {
  auto facts = test::healthy_directory();
  const auto add_key = [&]() -> Node& {
    return test::add_node(facts, NodeKind::kds_root_key, "CN=11112222-3333-4444-5555-666677778888,CN=Master Root Keys");
  };
  SECTION("a key's own rights count") {
    test::grant(facts, add_key(), test::support_group(facts), rights::write_owner);
    CHECK(test::failure("DIR-ACL-GMSA-KEYS", facts).evidence.at("right") == "WriteOwner");
  }
  SECTION("a gMSA without a visible key: the key is hidden") {
    test::add_user(facts, "svc-sauvegarde$", 1600).kind = AccountKind::group_managed_service;
    facts.accounts.back().password_readers = DescriptorRef{0};
    std::erase_if(facts.nodes, [](const Node& one) { return one.kind == NodeKind::kds_root_key; });
    CHECK(test::verdict("DIR-ACL-GMSA-KEYS", facts) == Verdict::unknown);
    add_key();
    CHECK(test::verdict("DIR-ACL-GMSA-KEYS", facts) == Verdict::pass);
  }
  SECTION("without the container nothing was decided") {
    test::node(facts, NodeKind::kds_container).kind = NodeKind::other;
    CHECK(test::verdict("DIR-ACL-GMSA-KEYS", facts) == Verdict::unknown);
  }
}
