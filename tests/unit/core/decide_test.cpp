// SPDX-License-Identifier: EUPL-1.2
#include "core/decide.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace hygie::core;
using std::chrono::days;
using std::chrono::sys_days;

namespace {

const sys_days today{std::chrono::year{2026} / 11 / 25};

Catalogue make_catalogue() {
  const auto entry = [](const char* id, int level, const char* severity, const char* anssi) {
    return fmt::format(
        R"({{"id":"{}","domain":"directory","theme":"t","severity":"{}","level":{},"references":{{"anssi":["{}"]}},
      "title":{{"fr":"titre","en":"title"}},"risk":{{"fr":"r","en":"r"}},"remediation":{{"fr":"r","en":"r"}},"message":{{"fail":{{"fr":"m","en":"m"}}}}}})",
        id, severity, level, anssi);
  };
  return Catalogue::parse("[" + entry("DIR-ONE", 1, "critical", "vuln_one") + "," +
                          entry("DIR-TWO", 2, "high", "vuln_two") + "," + entry("DIR-THREE", 3, "low", "vuln_three") +
                          "," + entry("DIR-FOUR", 4, "medium", "vuln_four") + "," +
                          entry("DIR-WARN", 1, "medium", "warning_only") + "]")
      .value();
}

Finding finding(Verdict verdict, std::string object, int level = 0) {
  return {verdict, std::move(object), {}, {}, level};
}

std::vector<CheckFindings> all_pass() {
  std::vector<CheckFindings> findings;
  for (const char* id : {"DIR-ONE", "DIR-TWO", "DIR-THREE", "DIR-FOUR", "DIR-WARN"})
    findings.push_back({id, {finding(Verdict::pass, "DC=x")}});
  return findings;
}

LevelResult level_of(std::vector<CheckFindings> findings, const std::vector<Waiver>& waivers = {},
                     bool accept = false) {
  const auto catalogue = make_catalogue();
  return maturity_level(decide(std::move(findings), catalogue, waivers, {}, today).results, catalogue, "directory",
                        accept);
}

Waiver waiver(std::string check, std::string object, sys_days until) {
  return {std::move(check), std::move(object), "RSSI", "migration", until, "w:1:1"};
}

}  // namespace

TEST_CASE("the level is the lowest among failed control points", "[core][level]") {
  CHECK(level_of(all_pass()).reached == 5);
  for (const auto& [place, expected] : {std::pair{0, 1}, {1, 2}, {2, 3}, {3, 4}}) {
    auto findings = all_pass();
    findings[static_cast<std::size_t>(place)].findings = {finding(Verdict::fail, "a")};
    CHECK(level_of(findings).reached == expected);
    findings[3].findings = {finding(Verdict::fail, "b")};
    CHECK(level_of(findings).reached == expected);
  }
}

TEST_CASE("a warning does not lower the level", "[core][level]") {
  auto findings = all_pass();
  findings[4].findings = {finding(Verdict::fail, "a")};
  CHECK(level_of(findings).reached == 5);
  CHECK(level_of(findings).points_total == 4);
}

TEST_CASE("a point fails at the level of its worst finding", "[core][level]") {
  auto findings = all_pass();
  findings[0].findings = {finding(Verdict::fail, "a", 3), finding(Verdict::fail, "b", 2)};
  CHECK(level_of(findings).reached == 2);
}

TEST_CASE("a point that was not read makes the level unknown, unless it could not lower it", "[core][level]") {
  auto findings = all_pass();
  findings[1].findings = {finding(Verdict::unknown, "DC=x")};
  CHECK_FALSE(level_of(findings).reached.has_value());
  CHECK(level_of(findings).at_most == 5);
  CHECK(level_of(findings).points_decided == 3);
  findings[0].findings = {finding(Verdict::fail, "a")};
  CHECK(level_of(findings).reached == 1);
}

TEST_CASE("waivers mark, expire and never delete", "[core][waivers]") {
  const auto catalogue = make_catalogue();
  auto findings = all_pass();
  findings[0].findings = {finding(Verdict::fail, "CN=a,DC=x"), finding(Verdict::fail, "CN=b,DC=x")};
  const auto run = [&](std::vector<Waiver> waivers) { return decide(findings, catalogue, waivers, {}, today); };

  SECTION("one object waived, the check still fails") {
    const auto decided = run({waiver("DIR-ONE", "CN=a,*", today)});
    CHECK(decided.results.front().check == "DIR-ONE");
    CHECK(decided.results.front().counts_as_fail());
    CHECK(decided.results.front().subjects.size() == 2);
    CHECK(decided.results.front().subjects[0].waived);
    CHECK_FALSE(decided.results.front().subjects[1].waived);
  }
  SECTION("all objects waived: the verdict stays fail, and it no longer counts") {
    const auto decided = run({waiver("DIR-ONE", "", today + days{90})});
    CHECK(decided.results.front().verdict == Verdict::fail);
    CHECK(decided.results.front().waived);
    CHECK(decided.notes.empty());
    CHECK(level_of(findings, {waiver("DIR-ONE", "", today)}, true).reached == 5);
    CHECK(level_of(findings, {waiver("DIR-ONE", "", today)}, false).reached == 1);
  }
  SECTION("the last day counts, the day after does not, and it is said") {
    CHECK(run({waiver("DIR-ONE", "", today)}).results.front().waived);
    const auto late = run({waiver("DIR-ONE", "", today - days{1})});
    CHECK(late.results.front().counts_as_fail());
    REQUIRE(late.notes.size() == 1);
    CHECK(late.notes.front().kind == WaiverNote::Kind::expired);
  }
  SECTION("a waiver that covers nothing, or that ends soon, is said") {
    CHECK(run({waiver("DIR-TWO", "", today + days{90})}).notes.front().kind == WaiverNote::Kind::unused);
    CHECK(run({waiver("DIR-ONE", "", today + days{30})}).notes.front().kind == WaiverNote::Kind::ending);
    CHECK(run({waiver("DIR-ONE", "", today + days{31})}).notes.empty());
  }
}

TEST_CASE("results are sorted by severity then id, fails first inside", "[core][decide]") {
  auto findings = all_pass();
  findings[2].findings = {finding(Verdict::pass, "a"), finding(Verdict::fail, "z"), finding(Verdict::unknown, "m"),
                          finding(Verdict::fail, "b")};
  const auto decided = decide(findings, make_catalogue(), {}, {"DIR-THREE\nb"}, today);
  CHECK(decided.results[0].check == "DIR-ONE");
  CHECK(decided.results[1].check == "DIR-TWO");
  CHECK(decided.results.back().check == "DIR-THREE");
  const auto& subjects = decided.results.back().subjects;
  CHECK(subjects[0].finding.object == "b");
  CHECK(subjects[0].known);
  CHECK(subjects[1].finding.object == "z");
  CHECK_FALSE(subjects[1].known);
  CHECK(subjects[2].finding.verdict == Verdict::unknown);
}

TEST_CASE("fingerprints depend on check and object alone", "[core][decide]") {
  CHECK(fingerprint("DIR-ONE", "a") == fingerprint("DIR-ONE", "a"));
  CHECK(fingerprint("DIR-ONE", "a") != fingerprint("DIR-ONE", "b"));
  CHECK(fingerprint("DIR-ONE", "a").size() == 64);
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("messages name their evidence", "[core][catalogue]") {
  CHECK(render_message("{{object}} a {{age}} jours", "krbtgt", {{"age", "12"}}) == "krbtgt a 12 jours");
  CHECK(render_message("{{autre}} et {{", "x", {}) == "{{autre}} et {{");
}
