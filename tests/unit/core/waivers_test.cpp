// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/waivers.hpp"

#include "core/calendar.hpp"
#include "core/yaml.hpp"

#include <catch2/catch.hpp>

using namespace hygie;

namespace {

core::Checked<std::vector<core::Waiver>> read(const std::string& text) {
  static const auto catalogue =
      core::Catalogue::parse(R"([{"id":"DIR-TEST-AGE","domain":"directory","theme":"x","severity":"high","level":2,
    "references":{},"title":{"fr":"t","en":"t"},"risk":{"fr":"r","en":"r"},"remediation":{"fr":"m","en":"m"},"message":{"fail":{"fr":"f","en":"f"}}}])");
  const auto document = core::parse_yaml(text, "w.yaml");
  REQUIRE(document);
  return core::read_waivers(*document, *catalogue, *core::parse_date("2026-11-25"));
}

std::string complaint(const std::string& waiver) {
  const auto result = read("hygie: 1\nwaivers:\n  - " + waiver + "\n");
  REQUIRE_FALSE(result);
  return result.error().front().where + " " + result.error().front().what;
}

}  // namespace

TEST_CASE("waivers are read with their place", "[waivers]") {
  const auto waivers = read(
      "hygie: 1\nwaivers:\n  - {check: DIR-TEST-AGE, object: \"CN=a*\", by: RSSI, reason: \"replaced in March\", "
      "until: 2027-11-26}\n");
  REQUIRE(waivers);
  REQUIRE(waivers->size() == 1);
  CHECK(waivers->front().object == "CN=a*");
  CHECK(core::format_date(waivers->front().until) == "2027-11-26");
  CHECK(waivers->front().where == "w.yaml:3:5");
}

TEST_CASE("an ended waiver is no mistake, and no waiver at all is none", "[waivers]") {
  CHECK(read(
      "hygie: 1\nwaivers:\n  - {check: DIR-TEST-AGE, by: RSSI, reason: \"replaced in March\", until: 2020-01-01}\n"));
  CHECK(read("hygie: 1\nwaivers: []\n"));
}

TEST_CASE("waivers without an end, a role, a reason or a known check are refused", "[waivers]") {
  CHECK_THAT(complaint(R"({check: DIR-TEST-AGE, by: RSSI, reason: "replaced in March"})"),
             Catch::Contains("\"until\" is missing"));
  CHECK_THAT(complaint(R"({check: DIR-TEST-AGE, by: RSSI, reason: "replaced in March", until: 2027-11-27})"),
             Catch::Contains("366 days at most"));
  CHECK_THAT(complaint(R"({check: DIR-TEST-AGE, reason: "replaced in March", until: 2027-01-01})"),
             Catch::Contains("\"by\" is missing"));
  CHECK_THAT(complaint(R"({check: DIR-TEST-AGE, by: RSSI, reason: "no", until: 2027-01-01})"),
             Catch::Contains("shorter than 10"));
  CHECK_THAT(complaint(R"({check: DIR-TST-AGE, by: RSSI, reason: "replaced in March", until: 2027-01-01})"),
             Catch::Contains("did you mean \"DIR-TEST-AGE\""));
  CHECK_THAT(complaint(R"({check: DIR-TEST-AGE, by: RSSI, reason: "replaced in March", until: demain})"),
             Catch::Contains("not a day"));
  CHECK_THAT(complaint(R"({chekc: DIR-TEST-AGE, by: RSSI, reason: "replaced in March", until: 2027-01-01})"),
             Catch::Contains("\"check\""));
}
