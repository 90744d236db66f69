// SPDX-License-Identifier: EUPL-1.2
// HYGIE_UPDATE_GOLDEN=1 rewrites the expected outputs: read their diff before committing it.
#include "tests/unit/report/support.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

using namespace hygie;
using namespace hygie::test;

namespace {

void check_golden(const std::string& name, const std::string& actual) {
  const auto path = std::string(HYGIE_SOURCE_DIR) + "/tests/golden/" + name;
  if (const char* update = std::getenv("HYGIE_UPDATE_GOLDEN"); update != nullptr && std::string_view(update) == "1") {
    std::ofstream(path, std::ios::binary) << actual;
    SUCCEED("rewritten");
    return;
  }
  std::ifstream in(path, std::ios::binary);
  INFO(path << " (HYGIE_UPDATE_GOLDEN=1 rewrites it)");
  REQUIRE(in.good());
  std::ostringstream expected;
  expected << in.rdbuf();
  const auto want = lines_of(expected.str());
  const auto have = lines_of(actual);
  for (std::size_t i = 0; i < std::min(want.size(), have.size()); ++i) {
    INFO("line " << i + 1);
    REQUIRE(have[i] == want[i]);
  }
  CHECK(expected.str() == actual);
}

}  // namespace

TEST_CASE("Every format writes the expected report", "[report]") {
  for (const auto& format : report::formats()) {
    for (const auto& [suffix, language] : {std::pair("fr", core::Language::fr), std::pair("en", core::Language::en)}) {
      check_golden(fmt::format("hospital.{}.{}", suffix, format.extension),
                   written(format.name, hospital_run(), language));
      check_golden(fmt::format("healthy.{}.{}", suffix, format.extension),
                   written(format.name, healthy_run(), language));
    }
  }
}

TEST_CASE("Same run, same bytes", "[report]") {
  for (const auto& format : report::formats())
    CHECK(written(format.name, hospital_run()) == written(format.name, hospital_run()));
}
