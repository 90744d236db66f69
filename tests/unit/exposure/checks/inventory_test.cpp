// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

namespace {

exposure::Asset& add_asset(exposure::ExposureFacts& facts, const std::string& id) {
  auto& asset = facts.inventory.emplace_back();
  asset.id = id;
  asset.owner = "DSI";
  asset.purpose = "site public";
  return asset;
}

exposure::ExposureFacts with_declared_service() {
  auto facts = test::sound_exposure();
  facts.services.clear();
  facts.inventory.clear();
  facts.hosts.clear();
  facts.hosts.emplace_back().address = "192.0.2.66";
  test::add_service(facts, "http", 443);
  auto& asset = add_asset(facts, "site");
  asset.addresses = {"192.0.2.66"};
  asset.services = {"443/tcp"};
  return facts;
}

}  // namespace

TEST_CASE("EXP-INV-NONE", "[exposure]") {
  auto facts = with_declared_service();
  CHECK(test::verdict("EXP-INV-NONE", facts) == Verdict::pass);
  facts.inventory.clear();
  CHECK(test::verdict("EXP-INV-NONE", facts) == Verdict::fail);
}

TEST_CASE("EXP-INV-UNDECLARED", "[exposure]") {
  auto facts = with_declared_service();
  CHECK(test::verdict("EXP-INV-UNDECLARED", facts) == Verdict::pass);
  SECTION("another port of a declared machine") {
    test::add_service(facts, "http", 8443);
    CHECK(test::failure("EXP-INV-UNDECLARED", facts).evidence.at("asset") == "site");
  }
  SECTION("another machine") {
    test::add_service(facts, "http", 443).address = "192.0.2.67";
    CHECK(test::failure("EXP-INV-UNDECLARED", facts).evidence.at("asset").empty());
  }
  SECTION("two assets behind one address") {
    test::add_service(facts, "smtp", 25);
    auto& mail = add_asset(facts, "messagerie");
    mail.addresses = {"192.0.2.66"};
    mail.services = {"25/tcp"};
    CHECK(test::verdict("EXP-INV-UNDECLARED", facts) == Verdict::pass);
    CHECK(test::verdict("EXP-INV-VANISHED", facts) == Verdict::pass);
  }
  SECTION("without an inventory it does not apply") {
    facts.inventory.clear();
    CHECK(test::verdict("EXP-INV-UNDECLARED", facts) == Verdict::not_applicable);
  }
}

TEST_CASE("EXP-INV-VANISHED", "[exposure]") {
  auto facts = with_declared_service();
  CHECK(test::verdict("EXP-INV-VANISHED", facts) == Verdict::pass);
  facts.inventory.back().services.push_back("500/udp");
  CHECK(test::failure("EXP-INV-VANISHED", facts).evidence.at("service") == "500/udp");
  SECTION("a machine that was not asked is unknown") {
    facts.hosts.clear();
    facts.services.clear();
    CHECK(test::verdict("EXP-INV-VANISHED", facts) == Verdict::unknown);
  }
}

TEST_CASE("EXP-INV-CHANGED", "[exposure]") {
  auto facts = with_declared_service();
  facts.services.back().products.push_back({.vendor = "nginx", .name = "nginx", .version = "1.22.1"});
  CHECK(test::verdict("EXP-INV-CHANGED", facts) == Verdict::not_applicable);
  auto& asset = facts.inventory.back();
  asset.product = "nginx";
  CHECK(test::verdict("EXP-INV-CHANGED", facts) == Verdict::pass);
  SECTION("another service of the same asset has its own product") {
    test::add_service(facts, "ssh", 22).products.push_back({.vendor = "openbsd", .name = "openssh", .version = "9.2"});
    CHECK(test::verdict("EXP-INV-CHANGED", facts) == Verdict::pass);
  }
  SECTION("another version") {
    facts.inventory.back().version = "1.18.0";
    CHECK(test::failure("EXP-INV-CHANGED", facts).evidence.at("seen") == "nginx 1.22.1");
    facts.services.back().products.back().version.clear();
    CHECK(test::verdict("EXP-INV-CHANGED", facts) == Verdict::pass);
  }
  SECTION("another key") {
    asset.key_sha256 = std::string(64, 'a');
    auto& certificate = facts.certificates.emplace_back();
    certificate.sha256 = "c1";
    certificate.key_sha256 = std::string(64, 'a');
    auto& tls = facts.tls.emplace_back();
    tls.service = "192.0.2.66:443/tcp";
    tls.chains.emplace_back().certificates = {"c1"};
    CHECK(test::verdict("EXP-INV-CHANGED", facts) == Verdict::pass);
    facts.certificates.back().key_sha256 = std::string(64, 'b');
    CHECK(test::failure("EXP-INV-CHANGED", facts).evidence.at("declared") == std::string(64, 'a'));
  }
}

TEST_CASE("EXP-INV-EXPIRED, the day itself still counts", "[exposure]") {
  auto facts = with_declared_service();
  auto& until = facts.inventory.back().until;
  const auto today = std::chrono::floor<days>(facts.collected_at);
  until = core::Instant(today);
  CHECK(test::verdict("EXP-INV-EXPIRED", facts) == Verdict::pass);
  until = core::Instant(today - days{1});
  CHECK(test::verdict("EXP-INV-EXPIRED", facts) == Verdict::fail);
}

TEST_CASE("EXP-INV-SHADOW-NAME", "[exposure]") {
  auto facts = with_declared_service();
  facts.names.clear();
  auto& name = facts.names.emplace_back();
  name.name = "ancien.exemple.test";
  name.sources = {"transparency"};
  name.addresses = {"192.0.2.66"};
  name.standing = exposure::Standing::in_scope;
  CHECK(test::failure("EXP-INV-SHADOW-NAME", facts).object == "ancien.exemple.test");
  SECTION("declared as an asset") {
    add_asset(facts, "ancien").name = "ancien.exemple.test";
    CHECK(test::verdict("EXP-INV-SHADOW-NAME", facts) == Verdict::pass);
  }
  SECTION("a name that leads elsewhere is not ours") {
    name.standing = exposure::Standing::out_of_scope;
    CHECK(test::verdict("EXP-INV-SHADOW-NAME", facts) == Verdict::not_applicable);
  }
}

TEST_CASE("EXP-SERVICE-UNIDENTIFIED", "[exposure]") {
  auto facts = with_declared_service();
  CHECK(test::verdict("EXP-SERVICE-UNIDENTIFIED", facts) == Verdict::pass);
  auto& service = test::add_service(facts, "", 4711);
  service.identified = {net::Outcome::absent, "not-understood"};
  CHECK(test::verdict("EXP-SERVICE-UNIDENTIFIED", facts) == Verdict::fail);
  facts.services.back().identified = {net::Outcome::unknown, "silent"};
  CHECK(test::verdict("EXP-SERVICE-UNIDENTIFIED", facts) == Verdict::unknown);
  facts.services.back().identified = {net::Outcome::not_run, "not-touched"};
  CHECK(test::verdict("EXP-SERVICE-UNIDENTIFIED", facts) == Verdict::pass);
}

TEST_CASE("EXP-HOST-ANSWERS-EVERYWHERE", "[exposure]") {
  auto facts = with_declared_service();
  CHECK(test::verdict("EXP-HOST-ANSWERS-EVERYWHERE", facts) == Verdict::pass);
  facts.hosts.back().answers_everywhere = true;
  CHECK(test::verdict("EXP-HOST-ANSWERS-EVERYWHERE", facts) == Verdict::fail);
}

TEST_CASE("EXP-IPV6-TWIN", "[exposure]") {
  auto facts = with_declared_service();
  facts.names.clear();
  auto& name = facts.names.emplace_back();
  name.name = "www.exemple.test";
  name.addresses = {"192.0.2.66", "2001:db8::66"};
  name.standing = exposure::Standing::in_scope;
  test::add_service(facts, "http", 443).address = "2001:db8::66";
  CHECK(test::verdict("EXP-IPV6-TWIN", facts) == Verdict::pass);
  test::add_service(facts, "rdp", 3389).address = "2001:db8::66";
  CHECK(test::verdict("EXP-IPV6-TWIN", facts) == Verdict::unknown);  // nobody asked the IPv4 address
  facts.hosts.back().asked = 100;
  CHECK(test::failure("EXP-IPV6-TWIN", facts).object == "[2001:db8::66]:3389/tcp");
}

TEST_CASE("hosting of health data", "[exposure]") {
  auto facts = with_declared_service();
  auto& asset = facts.inventory.back();
  for (const auto* check : {"EXP-HDS-MISSING", "EXP-HDS-EXPIRED", "EXP-HOST-COUNTRY", "EXP-HOST-CONSENT"})
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  asset.health_data = true;
  asset.host_name = "Hébergeur";
  CHECK(test::verdict("EXP-HDS-MISSING", facts) == Verdict::fail);
  CHECK(test::verdict("EXP-HOST-CONSENT", facts) == Verdict::fail);
  CHECK(test::verdict("EXP-HOST-COUNTRY", facts) == Verdict::unknown);
  asset.hds_certificate = "HDS 12";
  asset.host_consent = "courrier";
  asset.host_country = "FR";
  asset.hds_until = core::Instant(std::chrono::floor<days>(facts.collected_at));
  for (const auto* check : {"EXP-HDS-MISSING", "EXP-HDS-EXPIRED", "EXP-HOST-COUNTRY", "EXP-HOST-CONSENT"})
    CHECK(test::verdict(check, facts) == Verdict::pass);
  asset.hds_until = core::Instant(std::chrono::floor<days>(facts.collected_at) - days{1});
  CHECK(test::verdict("EXP-HDS-EXPIRED", facts) == Verdict::fail);
  asset.host_country = "US";
  CHECK(test::verdict("EXP-HOST-COUNTRY", facts) == Verdict::fail);
}

TEST_CASE("EXP-AMPLIFIER, at its boundary", "[exposure]") {
  auto facts = with_declared_service();
  auto& said = test::add_service(facts, "dns", 53, "udp").said;
  said = {{"request_bytes", "40"}, {"answer_bytes", "200"}};
  CHECK(test::verdict("EXP-AMPLIFIER", facts) == Verdict::pass);
  said["answer_bytes"] = "201";
  CHECK(test::failure("EXP-AMPLIFIER", facts).evidence.at("factor") == "5");
  CHECK(test::verdict("EXP-AMPLIFIER", facts, {{"max_factor", std::int64_t{6}}}) == Verdict::pass);
}

TEST_CASE("what changed since the last complete run", "[exposure]") {
  auto facts = with_declared_service();
  facts.earlier.clear();
  CHECK(test::verdict("EXP-CHANGE-NEW", facts) == Verdict::not_applicable);
  auto& run = facts.earlier.emplace_back();
  run.complete = true;
  run.finished = facts.collected_at - days{30};
  run.services = {"192.0.2.66:443/tcp"};
  CHECK(test::verdict("EXP-CHANGE-NEW", facts) == Verdict::pass);
  CHECK(test::verdict("EXP-CHANGE-GONE", facts) == Verdict::pass);
  run.services = {"192.0.2.66:25/tcp", "192.0.2.6:25/tcp"};
  CHECK(test::verdict("EXP-CHANGE-GONE", facts) == Verdict::pass);  // neither was asked again
  facts.hosts.back().asked = 100;
  CHECK(test::failure("EXP-CHANGE-NEW", facts).object == "192.0.2.66:443/tcp");
  CHECK(test::failure("EXP-CHANGE-GONE", facts).object == "192.0.2.66:25/tcp");
  SECTION("an incomplete run proves nothing") {
    run.complete = false;
    CHECK(test::verdict("EXP-CHANGE-GONE", facts) == Verdict::not_applicable);
  }
  SECTION("what verifies a run asks too little to compare") {
    facts.origin.source = "verify";
    for (const auto* check : {"EXP-CHANGE-NEW", "EXP-CHANGE-GONE", "EXP-CHANGE-REOPENED", "EXP-RHYTHM",
                              "EXP-EVIDENCE-45-60", "EXP-INV-VANISHED"})
      CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  }
}

TEST_CASE("EXP-CHANGE-REOPENED: open, closed, open again", "[exposure]") {
  auto facts = with_declared_service();
  CHECK(test::verdict("EXP-CHANGE-REOPENED", facts) == Verdict::not_applicable);
  const auto add_run = [&](int age, std::vector<std::string> services) {
    auto& run = facts.earlier.emplace_back();
    run.complete = true;
    run.finished = facts.collected_at - days{age};
    run.services = std::move(services);
  };
  add_run(30, {});
  CHECK(test::verdict("EXP-CHANGE-REOPENED", facts) == Verdict::pass);  // new, never seen before
  add_run(60, {"192.0.2.66:443/tcp"});
  const auto finding = test::failure("EXP-CHANGE-REOPENED", facts);
  CHECK(finding.object == "192.0.2.66:443/tcp");
  CHECK(finding.evidence.at("opened") < finding.evidence.at("closed"));
  facts.earlier.front().services = {"192.0.2.66:443/tcp"};
  CHECK(test::verdict("EXP-CHANGE-REOPENED", facts) == Verdict::pass);  // it never closed
}

TEST_CASE("EXP-RHYTHM, at its boundary", "[exposure]") {
  auto facts = with_declared_service();
  auto& run = facts.earlier.emplace_back();
  run.complete = true;
  run.finished = facts.collected_at - days{31};
  CHECK(test::verdict("EXP-RHYTHM", facts) == Verdict::pass);
  run.finished = facts.collected_at - days{32};
  CHECK(test::verdict("EXP-RHYTHM", facts) == Verdict::fail);
}

TEST_CASE("EXP-EVIDENCE-45-60, at its four boundaries", "[exposure]") {
  auto facts = with_declared_service();
  CHECK(test::verdict("EXP-EVIDENCE-45-60", facts) == Verdict::not_applicable);
  auto& run = facts.earlier.emplace_back();
  run.complete = true;
  run.level = 3;
  for (const auto& [age, wanted] : {std::pair(44, Verdict::fail), std::pair(45, Verdict::pass),
                                    std::pair(60, Verdict::pass), std::pair(61, Verdict::fail)}) {
    run.finished = facts.collected_at - days{age};
    CHECK(test::verdict("EXP-EVIDENCE-45-60", facts) == wanted);
  }
  run.finished = facts.collected_at - days{45};
  CHECK(test::run("EXP-EVIDENCE-45-60", facts).front().evidence.at("first_level") == "3");
  // Days of the calendar, whatever the hours.
  const auto midnight = std::chrono::floor<days>(facts.collected_at);
  run.finished = core::Instant(midnight - days{45}) + std::chrono::hours{23};
  CHECK(test::verdict("EXP-EVIDENCE-45-60", facts) == Verdict::pass);
  run.finished = core::Instant(midnight - days{60});
  CHECK(test::verdict("EXP-EVIDENCE-45-60", facts) == Verdict::pass);
  run.finished = facts.collected_at - days{50};
  SECTION("an audit that lacks something is no second proof") {
    facts.gaps.push_back({"imports", "x"});
    CHECK(test::verdict("EXP-EVIDENCE-45-60", facts) == Verdict::unknown);
    facts.gaps.clear();
  }
  CHECK(test::verdict("EXP-EVIDENCE-45-60", facts, {{"level", std::int64_t{4}}}) == Verdict::fail);
  run.complete = false;
  CHECK(test::verdict("EXP-EVIDENCE-45-60", facts) == Verdict::fail);
}
