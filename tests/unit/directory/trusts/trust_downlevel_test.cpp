// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/trusts/trust.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-TRUST-DOWNLEVEL", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-TRUST-DOWNLEVEL", facts) == Verdict::not_applicable);
  auto& trust = test::add_trust(facts, 3, 0);
  CHECK(test::verdict("DIR-TRUST-DOWNLEVEL", facts) == Verdict::pass);
  trust.type = 1;
  CHECK(test::failure("DIR-TRUST-DOWNLEVEL", facts).evidence.at("partner") == "autre.test");
  trust.type.reset();
  CHECK(test::verdict("DIR-TRUST-DOWNLEVEL", facts) == Verdict::unknown);
}
