// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-ADMINSDHOLDER tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-ADMINSDHOLDER", [](DirectoryFacts& facts) -> Object& {
    return test::node(facts, NodeKind::admin_sd_holder);
  });
}

TEST_CASE("DIR-ACL-ADMINSDHOLDER", "[directory]") {
  auto facts = test::healthy_directory();
  auto& holder = test::node(facts, NodeKind::admin_sd_holder);
  const auto support = test::support_group(facts);

  SECTION("a right that only means something on the groups it is copied to") {
    test::grant(facts, holder, support, rights::write_property, rights::member);
    CHECK(test::failure("DIR-ACL-ADMINSDHOLDER", facts).evidence.at("right") == "AddMember");
  }
  SECTION("a right that only means something on the users it is copied to") {
    test::grant(facts, holder, support, rights::control_access, rights::force_change_password);
    CHECK(test::failure("DIR-ACL-ADMINSDHOLDER", facts).evidence.at("right") == "ForceChangePassword");
  }
  SECTION("everyone may change its own password by default") {
    test::grant(facts, holder, test::everyone(facts), rights::control_access,
                guid("ab721a53-1e2f-11d0-9819-00aa0040529b"));
    CHECK(test::verdict("DIR-ACL-ADMINSDHOLDER", facts) == Verdict::pass);
  }
  SECTION("without the object nothing was decided") {
    holder.kind = NodeKind::other;
    CHECK(test::verdict("DIR-ACL-ADMINSDHOLDER", facts) == Verdict::unknown);
  }
}
