// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SITE-SUBNET", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-SITE-SUBNET", facts) == Verdict::pass);
  auto& site = facts.sites.emplace_back();
  site.dn = facts.names.intern("CN=Annexe,CN=Sites,CN=Configuration,DC=hopital,DC=test");
  CHECK(test::failure("DIR-SITE-SUBNET", facts).name == "Annexe");
  facts.sites.clear();
  CHECK(test::verdict("DIR-SITE-SUBNET", facts) == Verdict::unknown);
}
