// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/course.hpp"

#include "tests/support/scopes.hpp"

#include <catch2/catch.hpp>
#include <thread>

using namespace hygie;
using exposure::Course;
using exposure::ExposureFacts;
using exposure::Piece;

namespace {

struct Audit {
  core::Cancellation stop;
  exposure::ActionLog log;
  exposure::Gate gate{test::exposure_scope({"192.0.2.0/24"}), {}, log, {.cancellation = &stop}};
  ExposureFacts facts;
  std::vector<ExposureFacts> written;
  Course course{facts, gate, [this](const ExposureFacts& so_far) { written.push_back(so_far); }};

  void end_the_work() {
    stop.cancel();
    for (int i = 0; i < 500 && !gate.ended(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    REQUIRE(gate.ended());
  }
  exposure::Service& service(std::uint16_t port, const std::string& protocol) {
    auto& one = facts.services.emplace_back();
    one.address = "192.0.2.1";
    one.port = port;
    one.protocol = protocol;
    one.identified.outcome = net::Outcome::present;
    return one;
  }
};

}  // namespace

TEST_CASE("each step that ended is written down with its gaps", "[exposure][resume]") {
  Audit audit;
  audit.course.begin();
  audit.facts.gaps.push_back({"names", "nobody says"});
  audit.course.end("names", true);
  REQUIRE(audit.written.size() == 1);
  CHECK(audit.course.done("names"));
  CHECK_FALSE(audit.course.done("ports"));
  CHECK(audit.written.back().gaps.size() == 1);
  audit.course.begin();
  audit.course.end("settle", false);  // nobody was asked: nothing new to lose
  CHECK(audit.written.size() == 1);
  CHECK(audit.course.done("settle"));
}

TEST_CASE("what was read while the audit was being stopped is read again", "[exposure][resume]") {
  Audit audit;
  audit.course.begin();
  audit.service(22, "ssh");
  audit.course.read(Piece::service, "192.0.2.1:22/tcp");
  audit.end_the_work();
  audit.service(80, "http").said["half"] = "word";
  audit.course.read(Piece::service, "192.0.2.1:80/tcp");
  audit.facts.gaps.push_back({"services", "the audit was stopped"});
  audit.course.end("services", true);
  REQUIRE(audit.written.size() == 1);
  const auto& kept = audit.written.back();
  CHECK(kept.gaps.empty());
  CHECK(kept.unfinished.steps.empty());
  REQUIRE(kept.services.size() == 2);
  CHECK(kept.services[0].is("ssh"));
  CHECK(kept.services[1].protocol.empty());
  CHECK(kept.services[1].said.empty());
  CHECK(kept.services[1].identified.outcome == net::Outcome::not_run);
  CHECK(audit.facts.services[1].is("http"));  // the report of today has it
  // what follows a stop is for the report alone
  audit.course.begin();
  audit.facts.names.emplace_back();
  audit.course.end("settle", false);
  CHECK(audit.written.size() == 1);
  CHECK_FALSE(audit.course.done("settle"));
}

TEST_CASE("a stop between two steps loses neither", "[exposure][resume]") {
  Audit audit;
  audit.course.begin();
  audit.course.end("names", false);
  audit.end_the_work();
  audit.course.begin();
  REQUIRE(audit.written.size() == 1);
  CHECK(audit.written.back().unfinished.steps == std::vector<std::string>{"names"});
}

TEST_CASE("pieces of every kind that were cut are dropped, the others stay", "[exposure][resume]") {
  Audit audit;
  auto& facts = audit.facts;
  facts.hosts.emplace_back().address = "192.0.2.1";
  audit.course.ports().front().udp = "161";
  for (const auto* name : {"entier.test", "coupe.test"}) {
    facts.zones.emplace_back().name = name;
    auto& mail = facts.mail.emplace_back();
    mail.name = name;
    mail.mta_sts_policy = {net::Outcome::unknown, "not-answered"};
    auto& heard = facts.names.emplace_back();
    heard.name = name;
    heard.sources = {"declared"};
    heard.status = "timeout";
  }
  auto& certified = facts.names.emplace_back();
  certified.name = "certifie.test";
  certified.sources = {"certificate"};
  facts.tls.emplace_back().service = "192.0.2.1:443/tcp";
  facts.sites.emplace_back().url = "https://coupe.test/";
  audit.service(161, "snmp").transport = "udp";
  audit.service(123, "ntp").transport = "udp";
  audit.end_the_work();
  audit.course.read(Piece::zone, "coupe.test");
  audit.course.read(Piece::name, "coupe.test");
  audit.course.read(Piece::name, "certifie.test");
  audit.course.read(Piece::policy, "entier.test");
  audit.course.read(Piece::mail, "coupe.test");
  audit.course.read(Piece::tls, "192.0.2.1:443/tcp");
  audit.course.read(Piece::site, Course::id_of(facts.sites.back()));
  audit.course.end("tls", true);
  REQUIRE(audit.written.size() == 1);
  const auto& kept = audit.written.back();
  REQUIRE(kept.zones.size() == 1);
  CHECK(kept.zones[0].name == "entier.test");
  REQUIRE(kept.mail.size() == 1);
  CHECK(kept.mail[0].mta_sts_policy.outcome == net::Outcome::not_run);
  REQUIRE(kept.names.size() == 2);
  CHECK(kept.names[0].status == "timeout");
  CHECK(kept.names[1].status == "not-asked");
  CHECK(kept.names[1].sources == std::vector<std::string>{"declared"});
  CHECK(kept.tls.empty());
  CHECK(kept.sites.empty());
  REQUIRE(kept.services.size() == 1);  // its port was asked to the end
  CHECK(kept.services[0].is("snmp"));
}

TEST_CASE("what is kept of ports belongs to the hosts of today", "[exposure][resume]") {
  Audit audit;
  audit.facts.unfinished.ports = {{.address = "192.0.2.9", .tcp = {{"closed/refused", "1-10"}}}};
  audit.facts.hosts.emplace_back().address = "192.0.2.1";
  REQUIRE(audit.course.ports().size() == 1);
  CHECK(audit.course.ports()[0].address == "192.0.2.1");
  CHECK(audit.course.ports()[0].tcp.empty());
  audit.course.ports()[0].tcp["closed/refused"] = "7";
  CHECK(audit.course.ports()[0].tcp.size() == 1);
}
