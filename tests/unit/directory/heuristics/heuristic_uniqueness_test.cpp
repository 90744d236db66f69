// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-HEURISTIC-UNIQUENESS", "[directory]") {
  auto facts = test::healthy_directory();
  std::string text = "0000000001000000000200000001130";
  const auto with = [&](char value) {
    text[20] = value;
    facts.forest.ds_heuristics = text;
    return test::run("DIR-HEURISTIC-UNIQUENESS", facts).at(0);
  };
  CHECK(with('0').verdict == Verdict::pass);
  for (const auto& [value, level] : std::vector<std::pair<char, int>>{{'1', 2}, {'3', 2}}) {
    INFO(value);
    const auto finding = with(value);
    CHECK(finding.verdict == (level == 0 ? Verdict::pass : Verdict::fail));
    CHECK(finding.level == level);
  }
  SECTION("a shorter text means the default") {
    facts.forest.ds_heuristics = "";
    CHECK(test::verdict("DIR-HEURISTIC-UNIQUENESS", facts) == Verdict::pass);
  }
  SECTION("not read is unknown") {
    facts.forest.ds_heuristics.reset();
    CHECK(test::verdict("DIR-HEURISTIC-UNIQUENESS", facts) == Verdict::unknown);
  }
}
