// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/trusts/trust.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-TRUST-RC4", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-TRUST-RC4", facts) == Verdict::not_applicable);
  const auto verdict = [&](std::uint32_t direction, std::uint32_t attributes) {
    facts.trusts.clear();
    test::add_trust(facts, direction, attributes);
    return test::verdict("DIR-TRUST-RC4", facts);
  };
  CHECK(verdict(2, 0x84) == Verdict::fail);
  CHECK(verdict(1, 0x80) == Verdict::fail);
  CHECK(verdict(2, 0x4) == Verdict::pass);

  facts.trusts.front().encryption_types = 0x4;
  CHECK(test::verdict("DIR-TRUST-RC4", facts) == Verdict::fail);
  facts.trusts.front().encryption_types = 0x1C;
  CHECK(test::verdict("DIR-TRUST-RC4", facts) == Verdict::pass);
  facts.trusts.front().attributes.reset();
  CHECK(test::verdict("DIR-TRUST-RC4", facts) == Verdict::unknown);
}
