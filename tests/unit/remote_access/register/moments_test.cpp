// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/register/moments.hpp"
#include "core/calendar.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using remote_access::find_zone;
using remote_access::local_moment;
using remote_access::parse_moment;

namespace {

std::string utc(std::string_view text) {
  static const auto paris = find_zone("Europe/Paris").value();
  const auto at = parse_moment(text, paris);
  return at ? core::format_instant(*at) : "";
}

}  // namespace

TEST_CASE("A moment is read in the file's zone, or with its own offset", "[remote_access][moments]") {
  CHECK(utc("2026-01-15 14:00") == "2026-01-15T13:00:00Z");
  CHECK(utc("2026-07-15 14:00") == "2026-07-15T12:00:00Z");
  CHECK(utc("2026-07-15T14:00:30") == "2026-07-15T12:00:30Z");
  CHECK(utc("2026-07-15T14:00:00Z") == "2026-07-15T14:00:00Z");
  CHECK(utc("2026-07-15T14:00+05:30") == "2026-07-15T08:30:00Z");
  CHECK(utc("2026-07-15T14:00-0330") == "2026-07-15T17:30:00Z");
}

TEST_CASE("The hour that comes twice is the first, the one left out does not exist", "[remote_access][moments]") {
  CHECK(utc("2026-10-25 01:59") == "2026-10-24T23:59:00Z");
  CHECK(utc("2026-10-25 02:30") == "2026-10-25T00:30:00Z");
  CHECK(utc("2026-10-25 03:00") == "2026-10-25T02:00:00Z");
  CHECK(utc("2026-03-29 01:59") == "2026-03-29T00:59:00Z");
  CHECK(utc("2026-03-29 02:00").empty());
  CHECK(utc("2026-03-29 02:59").empty());
  CHECK(utc("2026-03-29 03:00") == "2026-03-29T01:00:00Z");
}

TEST_CASE("What is not a moment is refused", "[remote_access][moments]") {
  for (const auto* text : {"", "2026-07-15", "2026-07-15 ", "2026-07-15 1:00", "2026-07-15 24:00", "2026-07-15 12:60",
                           "2026-02-30 12:00", "2026-07-15x12:00", "2026-07-15 12:00:61", "2026-07-15 12:00 Z",
                           "2026-07-15 12:00+1", "2026-07-15 12:00+25:00", "2026-07-15 12:00+01:00x"}) {
    INFO(text);
    CHECK(utc(text).empty());
  }
}

TEST_CASE("A zone that the machine does not know is absent", "[remote_access][moments]") {
  CHECK_FALSE(find_zone("Europe/Atlantis"));
  CHECK_FALSE(find_zone("../../etc/passwd"));
  CHECK_FALSE(find_zone(""));
  CHECK(find_zone("Indian/Reunion").value().offset_at(core::Instant{}) == 4 * 3600);
  CHECK(find_zone("UTC").value().changes.size() == 1);
}

TEST_CASE("A local moment has its weekday and its minute", "[remote_access][moments]") {
  const auto paris = find_zone("Europe/Paris").value();
  const auto local = local_moment(paris, *core::parse_instant("2026-11-22T23:30:00Z"));  // a Monday in Paris
  CHECK(local.weekday == 0);
  CHECK(local.minute == 30);
}
