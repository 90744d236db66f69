// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-ADMINCOUNT-LEFTOVER", "[directory]") {
  auto facts = test::healthy_directory();
  auto& person = test::account(facts, "agent05");
  person.admin_count = person.has_admin_count = true;

  SECTION("the mark without the privilege fails") {
    CHECK(test::failure("DIR-ADMINCOUNT-LEFTOVER", facts).name == "agent05");
  }
  SECTION("a privilege by primary group explains it, as does the Replicator group") {
    person.primary_group = directory::well_known::rid_domain_admins;
    CHECK(test::verdict("DIR-ADMINCOUNT-LEFTOVER", facts) == Verdict::pass);
    person.primary_group = directory::well_known::rid_domain_users;
    test::add_member(facts, test::builtin_group(facts, directory::well_known::builtin_replicators), person.dn);
    CHECK(test::verdict("DIR-ADMINCOUNT-LEFTOVER", facts) == Verdict::pass);
  }
  SECTION("adminCount = 0 and a disabled account pass") {
    person.admin_count = false;
    CHECK(test::verdict("DIR-ADMINCOUNT-LEFTOVER", facts) == Verdict::pass);
    person.admin_count = true;
    person.control = directory::uac::normal | directory::uac::disabled;
    CHECK(test::verdict("DIR-ADMINCOUNT-LEFTOVER", facts) == Verdict::pass);
  }
  SECTION("a privileged group cut short leaves it unknown: the mark may be right") {
    test::domain_group(facts, directory::well_known::rid_domain_admins).incomplete = true;
    CHECK(test::verdict("DIR-ADMINCOUNT-LEFTOVER", facts) == Verdict::unknown);
  }
}
