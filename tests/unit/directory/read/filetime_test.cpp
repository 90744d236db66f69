// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/filetime.hpp"

#include "tests/support/hostile.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace hygie::directory;
using namespace std::chrono;
using hygie::core::Instant;

namespace {
constexpr Instant at(int y, unsigned m, unsigned d, seconds of_day = {}) {
  return sys_days{year{y} / static_cast<int>(m) / static_cast<int>(d)} + of_day;
}
}  // namespace

TEST_CASE("file times count from 1601") {
  CHECK(*read_filetime(116444736000000000) == at(1970, 1, 1));
  CHECK(*read_filetime(134116992000000000) == at(2026, 1, 1));
  CHECK(*read_filetime(1) == at(1601, 1, 1));
}

TEST_CASE("never, unset and impossible file times are absent") {
  for (const std::int64_t ticks : {std::int64_t{0}, std::numeric_limits<std::int64_t>::max(), std::int64_t{-1},
                                   std::numeric_limits<std::int64_t>::min(), std::int64_t{2650467744000000000}})
    CHECK_FALSE(read_filetime(ticks));
  CHECK(*read_filetime(2650467743990000000) == at(9999, 12, 31, hours{24} - seconds{1}));
}

TEST_CASE("generalised times") {
  CHECK(*read_generalised_time("20260101000000.0Z") == at(2026, 1, 1));
  CHECK(*read_generalised_time("20240229235959Z") == at(2024, 2, 29, hours{24} - seconds{1}));
  CHECK(*read_generalised_time("20260101003000.123+0130") == at(2025, 12, 31, hours{23}));
  CHECK(*read_generalised_time("20260101000000,5-0100") == at(2026, 1, 1, hours{1}));
  CHECK(*read_generalised_time("16010101000000.0Z") == at(1601, 1, 1));
  for (const auto* text : {"", "2026", "20260101000000", "20260101000000.Z", "20260229000000.0Z", "20261301000000.0Z",
                           "20260101240000.0Z", "20260101006000.0Z", "20260101000000.0X", "20260101000000.0+1",
                           "20260101000000.0+2400", "2026010100000a.0Z", "15000101000000.0Z", "20260101000000.0Zz"})
    CHECK_FALSE(read_generalised_time(text));
}

TEST_CASE("cut and altered times never crash, and are absent when cut") {
  constexpr std::string_view whole = "20260101000000.0+0130";
  hygie::test::every_truncation(whole, [](const std::string& text) { CHECK_FALSE(read_generalised_time(text)); });
  hygie::test::random_mutations(whole, [](const std::string& text) { (void)read_generalised_time(text); });
}
