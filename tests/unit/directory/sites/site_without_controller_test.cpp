// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SITE-CONTROLLER", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-SITE-CONTROLLER", facts) == Verdict::pass);
  SECTION("a server without NTDS Settings is no controller") {
    for (auto& server : facts.servers) server.has_settings = false;
    CHECK(test::failure("DIR-SITE-CONTROLLER", facts).name == "Siege");
  }
  SECTION("a site whose name only ends alike is another") {
    auto& site = facts.sites.emplace_back();
    site.dn = facts.names.intern("CN=Petit Siege,CN=Sites,CN=Configuration,DC=hopital,DC=test");
    CHECK(test::failure("DIR-SITE-CONTROLLER", facts).name == "Petit Siege");
  }
  SECTION("no site at all was not read") {
    facts.sites.clear();
    CHECK(test::verdict("DIR-SITE-CONTROLLER", facts) == Verdict::unknown);
  }
}
