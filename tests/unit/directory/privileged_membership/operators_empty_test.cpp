// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-OPERATORS", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("each operator group with a member is a failure of its own") {
    using namespace directory::well_known;
    for (const auto rid :
         {builtin_account_operators, builtin_server_operators, builtin_print_operators, builtin_backup_operators})
      test::add_member(facts, test::builtin_group(facts, rid), test::account(facts, "agent03").dn);
    CHECK(test::failures("DIR-PRIV-OPERATORS", facts) == 4);
  }
  SECTION("empty passes; a group that was not read is unknown") {
    CHECK(test::verdict("DIR-PRIV-OPERATORS", facts) == Verdict::pass);
    const auto* gone = &test::builtin_group(facts, directory::well_known::builtin_print_operators);
    std::erase_if(facts.groups, [&](const directory::Group& one) { return &one == gone; });
    CHECK(test::verdict("DIR-PRIV-OPERATORS", facts) == Verdict::unknown);
  }
}
