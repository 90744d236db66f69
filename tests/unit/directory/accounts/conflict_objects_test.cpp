// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CONFLICT-OBJECTS", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("a renamed group, account or container fails") {
    CHECK(test::verdict("DIR-CONFLICT-OBJECTS", facts) == Verdict::pass);
    auto& group = test::add_group(facts, "Equipe", 2000);
    group.dn =
        facts.names.intern("CN=Equipe\\0ACNF:11111111-2222-3333-4444-555555555555,OU=Groupes,DC=hopital,DC=test");
    test::add_user(facts, "$DUPLICATE-7d1", 2001);
    test::add_node(facts, directory::NodeKind::organizational_unit,
                   "OU=Site\\0ACNF:11111111-2222-3333-4444-666666666666,DC=hopital,DC=test");
    CHECK(test::failures("DIR-CONFLICT-OBJECTS", facts) == 3);
  }
  SECTION("an object below a renamed container is not itself in conflict, nor is one whose name only looks so") {
    auto& person = test::account(facts, "agent01");
    person.dn = facts.names.intern("CN=agent01,OU=Site\\0ACNF:11111111-2222-3333-4444-666666666666,DC=hopital,DC=test");
    test::add_group(facts, "CNF: conférences", 2002);
    CHECK(test::verdict("DIR-CONFLICT-OBJECTS", facts) == Verdict::pass);
  }
}
