// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SCHEMA-PROTECTED-USERS", "[directory]") {
  auto facts = test::healthy_directory();
  facts.schema.version = 69;
  CHECK(test::verdict("DIR-SCHEMA-PROTECTED-USERS", facts) == Verdict::pass);
  facts.schema.version = 68;
  CHECK(test::failure("DIR-SCHEMA-PROTECTED-USERS", facts).evidence.at("version") == "68");
  facts.schema.version.reset();
  CHECK(test::verdict("DIR-SCHEMA-PROTECTED-USERS", facts) == Verdict::unknown);
}
