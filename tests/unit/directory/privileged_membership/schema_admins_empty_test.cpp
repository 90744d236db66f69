// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-SCHEMA-ADMINS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& group = test::domain_group(facts, directory::well_known::rid_schema_admins);

  SECTION("empty passes; one member fails, whatever the language of the group's name") {
    CHECK(test::verdict("DIR-PRIV-SCHEMA-ADMINS", facts) == Verdict::pass);
    group.sam = "Administrateurs du schéma";
    test::add_member(facts, group, test::account(facts, "agent01").dn);
    const auto failure = test::failure("DIR-PRIV-SCHEMA-ADMINS", facts);
    CHECK(failure.name == "Administrateurs du schéma");
    CHECK(failure.evidence.at("members") == "agent01");
  }
  SECTION("a member by primary group counts, though no member value shows it") {
    test::account(facts, "agent01").primary_group = directory::well_known::rid_schema_admins;
    CHECK(test::failure("DIR-PRIV-SCHEMA-ADMINS", facts).evidence.at("count") == "1");
  }
  SECTION("more than ten members are counted, ten are named") {
    for (std::uint32_t i = 0; i < 11; ++i)
      test::add_member(facts, group, test::account(facts, i < 10 ? "agent0" + std::to_string(i) : "agent10").dn);
    const auto failure = test::failure("DIR-PRIV-SCHEMA-ADMINS", facts);
    CHECK(failure.evidence.at("count") == "11");
    CHECK(failure.evidence.at("members").ends_with("agent09, ..."));
  }
  SECTION("unread is unknown in the root domain, of no concern in a child") {
    group.incomplete = true;
    CHECK(test::verdict("DIR-PRIV-SCHEMA-ADMINS", facts) == Verdict::unknown);
    std::erase_if(facts.groups, [&](const directory::Group& one) { return &one == &group; });
    CHECK(test::verdict("DIR-PRIV-SCHEMA-ADMINS", facts) == Verdict::unknown);
    facts.root.root_domain_context = "DC=foret,DC=test";
    CHECK(test::verdict("DIR-PRIV-SCHEMA-ADMINS", facts) == Verdict::not_applicable);
  }
}
