// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PWD-LENGTH-ADVISED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& length = facts.domain.rules.min_length;

  SECTION("twelve passes, eleven fails, more can be asked") {
    length = 12;
    CHECK(test::verdict("DIR-PWD-LENGTH-ADVISED", facts) == Verdict::pass);
    CHECK(test::verdict("DIR-PWD-LENGTH-ADVISED", facts, {{"min_length", std::int64_t{15}}}) == Verdict::fail);
    length = 11;
    CHECK(test::failure("DIR-PWD-LENGTH-ADVISED", facts).evidence.at("minimum") == "12");
  }
  SECTION("unread is unknown") {
    length.reset();
    CHECK(test::verdict("DIR-PWD-LENGTH-ADVISED", facts) == Verdict::unknown);
  }
}
