// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DC-ENCRYPTION", "[directory]") {
  auto facts = test::healthy_directory();
  auto& types = test::account(facts, "DC1$").encryption_types;

  SECTION("DES, no AES, RC4: each at its level, the worst first") {
    for (const auto& [value, level] : {std::pair{0x1FU, 2}, {0x1AU, 2}, {0x4U, 3}, {0U, 3}, {0x1CU, 4}}) {
      INFO(value);
      types = value;
      CHECK(test::failure("DIR-DC-ENCRYPTION", facts).level == level);
    }
  }
  SECTION("AES alone passes, of either length") {
    for (const std::uint32_t value : {0x18U, 0x10U, 0x8U}) {
      types = value;
      CHECK(test::verdict("DIR-DC-ENCRYPTION", facts) == Verdict::pass);
    }
  }
  SECTION("never announced, or not read: unknown") {
    types.reset();
    CHECK(test::verdict("DIR-DC-ENCRYPTION", facts) == Verdict::unknown);
  }
}
