// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-NO-ADMINCOUNT", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("zero and absence both fail, and are told apart") {
    administrator.admin_count = false;
    CHECK(test::failure("DIR-PRIV-NO-ADMINCOUNT", facts).evidence.at("admin_count") == "0");
    administrator.has_admin_count = false;
    CHECK(test::failure("DIR-PRIV-NO-ADMINCOUNT", facts).evidence.at("admin_count") == "absent");
  }
  SECTION("one passes; an ordinary account needs none") {
    CHECK(test::verdict("DIR-PRIV-NO-ADMINCOUNT", facts) == Verdict::pass);
  }
  SECTION("a privileged group that was not read makes it unknown") {
    std::erase_if(facts.groups, [](const directory::Group& one) { return one.sam == "Domain Admins"; });
    CHECK(test::verdict("DIR-PRIV-NO-ADMINCOUNT", facts) == Verdict::unknown);
  }
}
