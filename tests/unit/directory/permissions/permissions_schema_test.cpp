// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-SCHEMA tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-SCHEMA",
                           [](DirectoryFacts& facts) -> Object& { return test::node(facts, NodeKind::schema_head); });
}

TEST_CASE("DIR-ACL-SCHEMA", "[directory]") {
  auto facts = test::healthy_directory();
  SECTION("each class and attribute counts") {
    auto& user = test::add_node(facts, NodeKind::schema_class, "CN=User,CN=Schema,CN=Configuration,DC=hopital,DC=test");
    test::grant(facts, user, test::authenticated_users(facts), rights::write_property);
    const auto found = test::failure("DIR-ACL-SCHEMA", facts);
    CHECK(found.name == "User");
    CHECK(found.evidence.at("trustee") == "Authenticated Users");
  }
  SECTION("without the head nothing was decided") {
    test::node(facts, NodeKind::schema_head).kind = NodeKind::other;
    CHECK(test::verdict("DIR-ACL-SCHEMA", facts) == Verdict::unknown);
  }
}
