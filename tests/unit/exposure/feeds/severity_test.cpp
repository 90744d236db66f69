// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/match/severity.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure::feeds;
using core::Severity;

TEST_CASE("the score of a flaw is a sum, printed as named numbers", "[feeds]") {
  const auto one =
      severity_of({.cvss = 98, .exploited = true, .ransomware = true, .internet_facing = true, .care_impact = 3});
  CHECK(one.score == 98 + 70 + 10 + 15);
  CHECK(one.severity == Severity::critical);
  CHECK(one.formula == "flaw=98 exploitation=70 exposure=10 care=15 score=193");
  CHECK(severity_of({}).formula == "flaw=70(assumed) exploitation=0 exposure=10 care=0 score=80");
}

TEST_CASE("the steps of the severity", "[feeds]") {
  const auto at = [](int cvss) { return severity_of({.cvss = cvss, .internet_facing = true}).severity; };
  CHECK(at(100) == Severity::critical);
  CHECK(at(99) == Severity::high);
  CHECK(at(70) == Severity::high);
  CHECK(at(69) == Severity::medium);
  CHECK(at(40) == Severity::medium);
  CHECK(at(39) == Severity::low);
  CHECK(at(0) == Severity::low);
}

TEST_CASE("EPSS counts from one in ten, and not beside KEV", "[feeds]") {
  const auto score = [](double epss, bool exploited) {
    return severity_of({.cvss = 50, .exploited = exploited, .epss = epss}).score;
  };
  CHECK(score(0.0999, false) == 60);
  CHECK(score(0.1, false) == 70);
  CHECK(score(0.4999, false) == 70);
  CHECK(score(0.5, false) == 80);
  CHECK(score(0.9, true) == 120);
}

TEST_CASE("what is exploited and faces the internet is critical from CVSS 4.0 on", "[feeds]") {
  CHECK(severity_of({.cvss = 40, .exploited = true}).severity == Severity::critical);
  CHECK(severity_of({.cvss = 39, .exploited = true}).severity == Severity::high);
  CHECK(severity_of({.cvss = 69, .exploited = true, .internet_facing = false}).severity == Severity::high);
}

TEST_CASE("a possible match is medium at most", "[feeds]") {
  CHECK(severity_of({.cvss = 98, .exploited = true, .confirmed = false}).severity == Severity::medium);
  CHECK(severity_of({.cvss = 10, .confirmed = false}).severity == Severity::low);
}

TEST_CASE("numbers outside their scale are held to it", "[feeds]") {
  CHECK(severity_of({.cvss = 1000, .care_impact = 9}).score == 100 + 10 + 15);
  CHECK(severity_of({.cvss = -5, .internet_facing = false, .care_impact = -1}).score == -20);
}
