// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/trusts/trust.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-TRUST-TGT", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-TRUST-TGT", facts) == Verdict::not_applicable);
  const auto verdict = [&](std::uint32_t direction, std::uint32_t attributes) {
    facts.trusts.clear();
    test::add_trust(facts, direction, attributes);
    return test::verdict("DIR-TRUST-TGT", facts);
  };
  CHECK(verdict(1, 0x808) == Verdict::fail);
  CHECK(verdict(3, 0x800) == Verdict::fail);
  CHECK(verdict(2, 0x808) == Verdict::pass);
  CHECK(verdict(1, 0x208) == Verdict::pass);

  facts.trusts.front().attributes.reset();
  CHECK(test::verdict("DIR-TRUST-TGT", facts) == Verdict::unknown);
}
