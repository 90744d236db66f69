// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-KEY-CREDENTIAL", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("keys of one account are one failure, dated by the newest") {
    test::add_key_credential(facts, "adm.securite", 100);
    test::add_key_credential(facts, "adm.securite", 10);
    const auto failure = test::failure("DIR-PRIV-KEY-CREDENTIAL", facts);
    CHECK(failure.evidence.at("count") == "2");
    CHECK(failure.evidence.at("newest") == "2026-11-15");
  }
  SECTION("ordinary accounts and controllers are not its business") {
    test::add_key_credential(facts, "agent01", 10);
    test::add_key_credential(facts, "DC1$", 10);
    CHECK(test::verdict("DIR-PRIV-KEY-CREDENTIAL", facts) == Verdict::pass);
  }
  SECTION("privileged groups that were not read leave it unknown") {
    test::domain_group(facts, directory::well_known::rid_domain_admins).incomplete = true;
    CHECK(test::verdict("DIR-PRIV-KEY-CREDENTIAL", facts) == Verdict::unknown);
  }
}
