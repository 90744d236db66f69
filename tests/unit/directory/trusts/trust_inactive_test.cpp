// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/trusts/trust.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-TRUST-INACTIVE", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-TRUST-INACTIVE", facts) == Verdict::not_applicable);
  auto& trust = test::add_trust(facts, 3, 0x4);
  trust.changed = facts.collected_at - days{40};
  CHECK(test::verdict("DIR-TRUST-INACTIVE", facts) == Verdict::pass);
  trust.changed = facts.collected_at - days{41};
  CHECK(test::failure("DIR-TRUST-INACTIVE", facts).evidence.at("changed") == "2026-10-15");
  trust.changed.reset();
  CHECK(test::verdict("DIR-TRUST-INACTIVE", facts) == Verdict::unknown);
}
