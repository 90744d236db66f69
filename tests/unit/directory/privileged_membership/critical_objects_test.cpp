// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CRITICAL-OBJECTS", "[directory]") {
  auto facts = test::healthy_directory();
  const auto hide = [&](std::uint32_t rid) {
    const auto* gone = &test::domain_group(facts, rid);
    std::erase_if(facts.groups, [&](const directory::Group& one) { return &one == gone; });
  };

  SECTION("each one that is out of sight fails") {
    CHECK(test::verdict("DIR-CRITICAL-OBJECTS", facts) == Verdict::pass);
    std::erase_if(facts.accounts, [](const directory::Account& one) { return one.sam == "krbtgt"; });
    CHECK(test::failure("DIR-CRITICAL-OBJECTS", facts).evidence.at("what") == "krbtgt (RID 502)");
    std::erase_if(facts.accounts, [](const directory::Account& one) { return one.sam == "Administrator"; });
    std::erase_if(facts.nodes,
                  [](const directory::Node& one) { return one.kind == directory::NodeKind::admin_sd_holder; });
    hide(directory::well_known::rid_domain_admins);
    CHECK(test::failures("DIR-CRITICAL-OBJECTS", facts) == 4);
  }
  SECTION("the forest's groups are asked of its root domain alone") {
    hide(directory::well_known::rid_schema_admins);
    hide(directory::well_known::rid_enterprise_admins);
    CHECK(test::failures("DIR-CRITICAL-OBJECTS", facts) == 2);
    facts.root.root_domain_context = "DC=foret,DC=test";
    CHECK(test::verdict("DIR-CRITICAL-OBJECTS", facts) == Verdict::pass);
  }
}
