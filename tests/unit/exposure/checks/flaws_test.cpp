// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

namespace {

exposure::ExposureFacts with_flaw(int cvss, bool confirmed = true) {
  auto facts = test::sound_exposure();
  auto& flaw = facts.vulnerabilities.emplace_back();
  flaw.service = "192.0.2.10:443/tcp";
  flaw.product = "nginx";
  flaw.version = "1.2.3";
  flaw.cve = "CVE-2024-0001";
  flaw.cvss = cvss;
  flaw.confirmed = confirmed;
  return facts;
}

}  // namespace

TEST_CASE("a flaw is judged by its weight, and the formula is shown", "[exposure][flaws]") {
  auto facts = with_flaw(98);
  CHECK(test::verdict("EXP-FLAW-CRITICAL", facts) == Verdict::pass);
  const auto high = test::failure("EXP-FLAW-HIGH", facts);
  CHECK(high.evidence.at("formula") == "flaw=98 exploitation=0 exposure=10 care=0 score=108");
  SECTION("what care depends on weighs more") {
    facts.inventory.front().care = 1;
    CHECK(test::failure("EXP-FLAW-CRITICAL", facts).evidence.at("cves") == "CVE-2024-0001");
  }
  SECTION("what is exploited is critical") {
    facts.vulnerabilities.back().kev_added = facts.collected_at;
    CHECK(test::verdict("EXP-FLAW-CRITICAL", facts) == Verdict::fail);
  }
  SECTION("what is only possible is medium") {
    facts.vulnerabilities.back().confirmed = false;
    CHECK(test::verdict("EXP-FLAW-HIGH", facts) == Verdict::pass);
    CHECK(test::failure("EXP-FLAW-MEDIUM", facts).evidence.at("certainty") == "possible");
  }
  SECTION("several flaws of one service are one finding") {
    auto other = facts.vulnerabilities.back();
    other.cve = "CVE-2024-0002";
    facts.vulnerabilities.push_back(other);
    CHECK(test::failure("EXP-FLAW-HIGH", facts).evidence.at("count") == "2");
  }
  SECTION("inside, it weighs less") {
    facts.origin.vantage = "internal";
    CHECK(test::verdict("EXP-FLAW-HIGH", facts) == Verdict::pass);
  }
}

TEST_CASE("the weights have their boundaries", "[exposure][flaws]") {
  CHECK(test::verdict("EXP-FLAW-HIGH", with_flaw(70)) == Verdict::fail);
  CHECK(test::verdict("EXP-FLAW-HIGH", with_flaw(69)) == Verdict::pass);
  CHECK(test::verdict("EXP-FLAW-MEDIUM", with_flaw(69)) == Verdict::fail);
  CHECK(test::verdict("EXP-FLAW-MEDIUM", with_flaw(40)) == Verdict::fail);
  CHECK(test::verdict("EXP-FLAW-MEDIUM", with_flaw(39)) == Verdict::pass);
}

TEST_CASE("EXP-END-OF-LIFE and EXP-VERSION-UNKNOWN", "[exposure][flaws]") {
  auto facts = test::sound_exposure();
  facts.life_cycles.push_back(
      {"192.0.2.10:443/tcp", "nginx", "nginx", "1.2", "1.2", facts.collected_at - days{1}, "1.26", false});
  CHECK(test::verdict("EXP-END-OF-LIFE", facts) == Verdict::pass);
  facts.life_cycles.back().ended = true;
  CHECK(test::failure("EXP-END-OF-LIFE", facts).evidence.at("latest") == "1.26");
  facts.versionless.push_back({"192.0.2.10:443/tcp", "Fortinet", "FortiGate", 20});
  CHECK(test::failure("EXP-VERSION-UNKNOWN", facts).evidence.at("exploited") == "20");
  SECTION("proof of the version in the inventory answers it") {
    facts.inventory.front().product = "FortiGate";
    facts.inventory.front().version = "7.4.9";
    CHECK(test::verdict("EXP-VERSION-UNKNOWN", facts) == Verdict::pass);
  }
}

TEST_CASE("EXP-FEEDS-STALE, at its boundaries", "[exposure][flaws]") {
  auto facts = test::sound_exposure();
  facts.feeds = {{"kev", facts.collected_at - days{7}, facts.collected_at, 1, ""},
                 {"nvd", facts.collected_at - days{30}, facts.collected_at, 1, ""}};
  CHECK(test::verdict("EXP-FEEDS-STALE", facts) == Verdict::pass);
  facts.feeds[0].dated = facts.collected_at - days{8};
  CHECK(test::failure("EXP-FEEDS-STALE", facts).object == "kev");
  facts.feeds[0].dated.reset();
  CHECK(test::verdict("EXP-FEEDS-STALE", facts) == Verdict::pass);
  facts.feeds[0].imported.reset();
  CHECK(test::verdict("EXP-FEEDS-STALE", facts) == Verdict::unknown);
  CHECK(test::verdict("EXP-FEEDS-NONE", facts) == Verdict::pass);
  facts.feeds.clear();
  CHECK(test::verdict("EXP-FEEDS-NONE", facts) == Verdict::fail);
}
