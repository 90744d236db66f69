// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/trusts/trust.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-TRUST-SID-FILTERING", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-TRUST-SID-FILTERING", facts) == Verdict::not_applicable);
  const auto verdict = [&](std::uint32_t direction, std::uint32_t attributes) {
    facts.trusts.clear();
    test::add_trust(facts, direction, attributes);
    return test::verdict("DIR-TRUST-SID-FILTERING", facts);
  };
  CHECK(verdict(2, 0) == Verdict::fail);
  CHECK(verdict(3, 0) == Verdict::fail);
  CHECK(verdict(2, 0x40) == Verdict::fail);
  CHECK(verdict(2, 0x4) == Verdict::pass);
  CHECK(verdict(3, 0x20) == Verdict::pass);
  CHECK(verdict(2, 0x8) == Verdict::pass);
  CHECK(verdict(1, 0) == Verdict::pass);

  verdict(2, 0);
  facts.trusts.front().type = 3;
  CHECK(test::verdict("DIR-TRUST-SID-FILTERING", facts) == Verdict::pass);
  facts.trusts.front().attributes.reset();
  CHECK(test::verdict("DIR-TRUST-SID-FILTERING", facts) == Verdict::unknown);
}
