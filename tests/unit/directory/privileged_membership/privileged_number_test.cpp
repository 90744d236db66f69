// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

namespace {

void fill(directory::DirectoryFacts& facts, std::uint32_t count) {
  // The healthy directory already has one administrator beside the built-in one.
  for (std::uint32_t i = 1; i < count; ++i) test::add_administrator(facts, "adm" + std::to_string(i), 2000 + i);
}

}  // namespace

TEST_CASE("DIR-PRIV-NUMBER", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("fifty pass, fifty-one fail at level 1") {
    fill(facts, 50);
    CHECK(test::verdict("DIR-PRIV-NUMBER", facts) == Verdict::pass);
    test::add_administrator(facts, "adm50", 2050);
    const auto failure = test::failure("DIR-PRIV-NUMBER", facts);
    CHECK(failure.level == 1);
    CHECK(failure.evidence.at("accounts") == "51");
  }
  SECTION("the same names in another domain count as accounts, not as people") {
    fill(facts, 50);
    auto& group = test::domain_group(facts, directory::well_known::rid_domain_admins);
    test::add_member(facts, group, facts.names.intern("CN=ADM1,OU=Admins,DC=annexe,DC=hopital,DC=test"));
    const auto failure = test::failure("DIR-PRIV-NUMBER", facts);
    CHECK(failure.level == 2);
    CHECK(failure.evidence.at("people") == "50");
  }
  SECTION("a forest of twenty domains may have sixty") {
    facts.forest.domains.assign(20, "annexe.test");
    fill(facts, 60);
    CHECK(test::verdict("DIR-PRIV-NUMBER", facts) == Verdict::pass);
  }
  SECTION("a group whose members were cut short leaves the number unknown") {
    test::domain_group(facts, directory::well_known::rid_domain_admins).incomplete = true;
    CHECK(test::verdict("DIR-PRIV-NUMBER", facts) == Verdict::unknown);
  }
}
