// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/severity.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Severity;
using exposure::weigh;

TEST_CASE("the score of a flaw is a sum, printed as named numbers", "[exposure]") {
  const auto one =
      weigh({.cvss = 98, .exploited = true, .ransomware = true, .internet_facing = true, .care_impact = 3});
  CHECK(one.score == 98 + 70 + 10 + 15);
  CHECK(one.severity == Severity::critical);
  CHECK(one.formula == "flaw=98 exploitation=70 exposure=10 care=15 score=193");
  CHECK(weigh({}).formula == "flaw=70(assumed) exploitation=0 exposure=10 care=0 score=80");
}

TEST_CASE("the steps of the severity", "[exposure]") {
  const auto at = [](int cvss) { return weigh({.cvss = cvss, .internet_facing = true}).severity; };
  CHECK(at(100) == Severity::critical);
  CHECK(at(99) == Severity::high);
  CHECK(at(70) == Severity::high);
  CHECK(at(69) == Severity::medium);
  CHECK(at(40) == Severity::medium);
  CHECK(at(39) == Severity::low);
  CHECK(at(0) == Severity::low);
}

TEST_CASE("EPSS counts from one in ten, and not beside KEV", "[exposure]") {
  const auto score = [](double epss, bool exploited) {
    return weigh({.cvss = 50, .exploited = exploited, .epss = epss}).score;
  };
  CHECK(score(0.0999, false) == 60);
  CHECK(score(0.1, false) == 70);
  CHECK(score(0.4999, false) == 70);
  CHECK(score(0.5, false) == 80);
  CHECK(score(0.9, true) == 120);
}

TEST_CASE("what is exploited and faces the internet is critical from CVSS 4.0 on", "[exposure]") {
  CHECK(weigh({.cvss = 40, .exploited = true}).severity == Severity::critical);
  CHECK(weigh({.cvss = 39, .exploited = true}).severity == Severity::high);
  CHECK(weigh({.cvss = 69, .exploited = true, .internet_facing = false}).severity == Severity::high);
}

TEST_CASE("a possible match is medium at most", "[exposure]") {
  CHECK(weigh({.cvss = 98, .exploited = true, .confirmed = false}).severity == Severity::medium);
  CHECK(weigh({.cvss = 10, .confirmed = false}).severity == Severity::low);
}

TEST_CASE("numbers outside their scale are held to it", "[exposure]") {
  CHECK(weigh({.cvss = 1000, .care_impact = 9}).score == 100 + 10 + 15);
  CHECK(weigh({.cvss = -5, .internet_facing = false, .care_impact = -1}).score == -20);
}
