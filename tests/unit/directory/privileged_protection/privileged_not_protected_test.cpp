// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-NOT-PROTECTED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& group = test::domain_group(facts, directory::well_known::rid_protected_users);
  const auto leave = [&] { group.members.clear(); };

  SECTION("out of the group fails; the disabled built-in account is left aside") {
    leave();
    CHECK(test::failure("DIR-PRIV-NOT-PROTECTED", facts).name == "adm.securite");
  }
  SECTION("a nested membership counts") {
    leave();
    auto& nested = test::add_group(facts, "Administrateurs nominatifs", 2000);
    test::add_member(facts, nested, test::account(facts, "adm.securite").dn);
    test::add_member(facts, test::domain_group(facts, directory::well_known::rid_protected_users), nested.dn);
    CHECK(test::verdict("DIR-PRIV-NOT-PROTECTED", facts) == Verdict::pass);
  }
  SECTION("a managed service account cannot be in it and is not asked to") {
    leave();
    test::account(facts, "adm.securite").kind = directory::AccountKind::group_managed_service;
    CHECK(test::verdict("DIR-PRIV-NOT-PROTECTED", facts) == Verdict::pass);
  }
  SECTION("members cut short are unknown, not a failure") {
    leave();
    group.incomplete = true;
    CHECK(test::verdict("DIR-PRIV-NOT-PROTECTED", facts) == Verdict::unknown);
  }
  SECTION("the group is missing: unknown from schema 69 on, of no concern before") {
    std::erase_if(facts.groups, [&](const directory::Group& one) { return one.sam == "Protected Users"; });
    facts.schema.version = 69;
    CHECK(test::verdict("DIR-PRIV-NOT-PROTECTED", facts) == Verdict::unknown);
    facts.schema.version = 68;
    CHECK(test::verdict("DIR-PRIV-NOT-PROTECTED", facts) == Verdict::not_applicable);
  }
}
