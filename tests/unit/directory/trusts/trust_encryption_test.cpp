// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/trusts/trust.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-TRUST-AES", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-TRUST-AES", facts) == Verdict::not_applicable);
  auto& trust = test::add_trust(facts, 1, 0x4);
  for (const auto& [types, verdict] : {std::pair{0U, Verdict::fail},
                                       {0x7U, Verdict::fail},
                                       {0x8U, Verdict::pass},
                                       {0x14U, Verdict::pass},
                                       {0x18U, Verdict::pass}}) {
    INFO(types);
    trust.encryption_types = types;
    CHECK(test::verdict("DIR-TRUST-AES", facts) == verdict);
  }
  trust.encryption_types.reset();  // never set: RC4
  CHECK(test::verdict("DIR-TRUST-AES", facts) == Verdict::fail);
  trust.direction = 2;
  CHECK(test::verdict("DIR-TRUST-AES", facts) == Verdict::pass);
  trust.direction.reset();
  CHECK(test::verdict("DIR-TRUST-AES", facts) == Verdict::unknown);
}
