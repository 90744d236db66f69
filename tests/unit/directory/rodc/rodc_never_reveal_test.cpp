// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/rodc/rodc_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-RODC-NEVER-REVEAL", "[directory]") {
  test::RodcCase rodc;
  const auto check = "DIR-RODC-NEVER-REVEAL";
  rodc.common(check);

  SECTION("each of the five is needed") {
    for (std::size_t i = 0; i < 5; ++i) {
      auto shorter = rodc.settings().never_reveal;
      shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
      std::swap(shorter, rodc.settings().never_reveal);
      CHECK(test::failures(check, rodc.facts) == 1);
      std::swap(shorter, rodc.settings().never_reveal);
    }
  }
  SECTION("the list emptied by somebody, while the other was read") {
    rodc.settings().never_reveal.clear();
    CHECK(test::failures(check, rodc.facts) == 5);
  }
  SECTION("groups of reference not read") {
    test::domain_group(rodc.facts, 572).sid = SidRef::none;
    CHECK(test::verdict(check, rodc.facts) == Verdict::unknown);
  }
}
