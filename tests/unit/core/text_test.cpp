// SPDX-License-Identifier: EUPL-1.2
#include "core/calendar.hpp"
#include "core/declaration/finess.hpp"
#include "core/suggest.hpp"

#include <catch2/catch.hpp>

using namespace hygie;

TEST_CASE("near words are suggested, far ones are not", "[suggest]") {
  const std::vector<std::string> keys{"addresses", "domains", "exclude", "by"};
  CHECK(core::nearest("adress", keys) == "addresses");
  CHECK(core::nearest("doamins", keys) == "domains");
  CHECK(core::nearest("EXCLUDE", keys) == "exclude");
  CHECK(core::nearest("addr", keys) == "addresses");
  CHECK(core::nearest("zzz", keys).empty());
  CHECK(core::nearest("x", keys).empty());
  CHECK(core::nearest("", keys).empty());
  CHECK(core::nearest(std::string(100'000, 'a'), keys).empty());
}

TEST_CASE("edits count insertions, deletions, replacements and swaps", "[suggest]") {
  CHECK(core::edit_distance("abc", "abc") == 0);
  CHECK(core::edit_distance("abc", "acb") == 1);
  CHECK(core::edit_distance("abc", "ab") == 1);
  CHECK(core::edit_distance("", "ab") == 2);
  CHECK(core::edit_distance("abc", "xyz") == 3);
}

TEST_CASE("dates and instants are read strictly", "[calendar]") {
  CHECK(core::format_date(*core::parse_date("2024-02-29")) == "2024-02-29");
  for (const auto* bad : {"2025-02-29", "2026-1-1", "2026-13-01", "2026-00-10", "26-01-01", "2026-01-01 ", "2026/01/01",
                          "", "aaaa-bb-cc"})
    CHECK_FALSE(core::parse_date(bad));
  CHECK(core::format_instant(*core::parse_instant("2026-11-25T23:59:59Z")) == "2026-11-25T23:59:59Z");
  for (const auto* bad :
       {"2026-11-25T24:00:00Z", "2026-11-25 10:00:00Z", "2026-11-25T10:00:00", "2026-11-25T10:60:00Z"})
    CHECK_FALSE(core::parse_instant(bad));
}

TEST_CASE("FINESS numbers are held against their key", "[finess]") {
  using core::FinessFault;
  CHECK(core::check_finess("750000002") == FinessFault::none);
  CHECK(core::check_finess("2A0000006") == FinessFault::none);
  CHECK(core::check_finess("2B0000004") == FinessFault::none);
  CHECK(core::check_finess("750000003") == FinessFault::key);
  CHECK(core::check_finess("2A0000007") == FinessFault::key);
  CHECK(core::check_finess("75000000") == FinessFault::length);
  CHECK(core::check_finess("7500000020") == FinessFault::length);
  CHECK(core::check_finess("75000000A") == FinessFault::character);
  CHECK(core::check_finess("2C0000003") == FinessFault::character);
  CHECK(core::check_finess("1A0000003") == FinessFault::character);
  CHECK(core::check_finess("75 000002") == FinessFault::character);
  // every single mistyped digit is caught
  for (std::size_t at = 0; at < 9; ++at)
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string number = "750000002";
      if (number[at] == digit) continue;
      number[at] = digit;
      CHECK(core::check_finess(number) == FinessFault::key);
    }
}
