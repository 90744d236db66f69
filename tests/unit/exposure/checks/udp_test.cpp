// SPDX-License-Identifier: EUPL-1.2
// What a UDP port on which nothing spoke means for the checks on what speaks UDP.
#include "audits/exposure/snapshot.hpp"
#include "tests/support/exposure.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using exposure::ExposureFacts;

namespace {

ExposureFacts with_port(std::uint16_t port, std::string state, std::string reason = {}) {
  auto facts = test::sound_exposure();
  auto& host = facts.hosts.emplace_back();
  host.address = "192.0.2.66";
  host.udp.push_back({port, std::move(state), std::move(reason), 3});
  return facts;
}

struct Row {
  std::string check;
  std::uint16_t port;
  bool must_be_absent = true;  // else a service that is not there makes the check not apply
};

std::vector<Row> rows() {
  return {{"EXP-SNMP-EXPOSED", 161},
          {"EXP-TFTP-EXPOSED", 69},
          {"EXP-IPMI-EXPOSED", 623},
          {"EXP-RPCBIND-EXPOSED", 111},
          {"EXP-SIP-EXPOSED", 5060},
          {"EXP-L2TP-EXPOSED", 1701},
          {"EXP-DISCOVERY-EXPOSED", 1900},
          {"EXP-DISCOVERY-EXPOSED", 5353},
          {"EXP-DISCOVERY-EXPOSED", 5683},
          {"EXP-SMB-EXPOSED", 137},
          {"EXP-LDAP-EXPOSED", 389},
          {"EXP-DATABASE-EXPOSED", 1434},
          {"EXP-DATABASE-EXPOSED", 11211},
          {"EXP-BACNET-EXPOSED", 47808},
          {"EXP-KNX-EXPOSED", 3671},
          {"EXP-ETHERNET-IP-EXPOSED", 44818},
          {"EXP-CONTROLLER-EXPOSED", 389},
          {"EXP-NTP-CONTROL", 123, false},
          {"EXP-NTP-MONLIST", 123, false},
          {"EXP-OPEN-RESOLVER", 53, false},
          {"EXP-DNS-VERSION", 53, false},
          {"EXP-MEMCACHED-OPEN", 11211, false},
          {"EXP-SNMP-PUBLIC", 161, false},
          {"EXP-IPMI-CIPHER-ZERO", 623, false},
          {"EXP-IPMI-ANONYMOUS", 623, false},
          {"EXP-KNX-PROGRAMMING", 3671, false},
          {"EXP-OPENVPN-NO-TLS-AUTH", 1194, false}};
}

}  // namespace

TEST_CASE("a silence that means nothing is unknown, with its reason", "[exposure][udp]") {
  for (const auto& row : rows()) {
    INFO(row.check);
    for (const std::string reason : {"answers-limited", "packets-lost", "unreachable", "not-asked"}) {
      const auto found = test::run(row.check, with_port(row.port, "unknown", reason));
      REQUIRE(found.size() == 1);
      CHECK(found[0].verdict == Verdict::unknown);
      CHECK(found[0].object == fmt::format("192.0.2.66:{}/udp", row.port));
      CHECK(found[0].evidence.at("reason") == reason);
    }
    CHECK(test::verdict(row.check, with_port(row.port == 7 ? 8 : 7, "unknown", "not-asked")) != Verdict::unknown);
  }
}

TEST_CASE("a port that was refused, or kept silent after every question, is one where nothing answers",
          "[exposure][udp]") {
  for (const auto& row : rows()) {
    INFO(row.check);
    for (const std::string state : {"silent", "closed", "filtered"}) {
      const auto found = test::run(row.check, with_port(row.port, state));
      REQUIRE(found.size() == 1);
      CHECK(found[0].verdict == (row.must_be_absent ? Verdict::pass : Verdict::not_applicable));
      CHECK(found[0].evidence.at("silent_ports") == (state == "silent" ? "1" : "0"));
      CHECK(found[0].evidence.at("questions") == (state == "silent" ? "3" : "0"));
      CHECK(found[0].evidence.at("refused_ports") == (state == "silent" ? "0" : "1"));
    }
  }
}

TEST_CASE("the number of questions told is the least of all silent ports", "[exposure][udp]") {
  auto facts = with_port(161, "silent");
  facts.hosts.back().udp[0].questions = 5;
  facts.hosts.emplace_back().udp.push_back({161, "silent", "", 3});
  const auto found = test::run("EXP-SNMP-EXPOSED", facts);
  CHECK(found.at(0).evidence.at("silent_ports") == "2");
  CHECK(found.at(0).evidence.at("questions") == "3");
}

TEST_CASE("a service found beside a doubtful port is a finding beside an unknown", "[exposure][udp]") {
  auto facts = with_port(161, "unknown", "packets-lost");
  auto& service = test::add_service(facts, "snmp", 161, "udp");
  service.address = "192.0.2.67";
  const auto found = test::run("EXP-SNMP-EXPOSED", facts);
  REQUIRE(found.size() == 2);
  CHECK(found[0].verdict == Verdict::fail);
  CHECK(found[1].verdict == Verdict::unknown);
}

TEST_CASE("what amplifies cannot be denied of a doubtful port", "[exposure][udp]") {
  CHECK(test::verdict("EXP-AMPLIFIER", with_port(12'345, "unknown", "packets-lost")) == Verdict::unknown);
  CHECK(test::verdict("EXP-AMPLIFIER", with_port(12'345, "silent")) != Verdict::unknown);
}

TEST_CASE("a declared UDP service whose silence means nothing did not vanish", "[exposure][udp]") {
  auto facts = with_port(500, "unknown", "answers-limited");
  exposure::Asset asset;
  asset.id = "tunnel";
  asset.addresses = {"192.0.2.66"};
  asset.services = {"500/udp"};
  facts.inventory.push_back(asset);
  CHECK(test::verdict("EXP-INV-VANISHED", facts) == Verdict::unknown);
  facts.hosts.back().udp[0].state = "silent";
  CHECK(test::failure("EXP-INV-VANISHED", facts).object == "tunnel 500/udp");
}

TEST_CASE("UDP ports are kept in a snapshot", "[exposure][udp]") {
  auto facts = with_port(161, "unknown", "packets-lost");
  facts.hosts.back().lost = 0.25;
  const auto again = exposure::read_snapshot(exposure::write_snapshot(facts));
  REQUIRE(again);
  const auto& host = again->hosts.back();
  CHECK(host.lost == 0.25);
  REQUIRE(host.udp.size() == 1);
  CHECK(host.udp[0].port == 161);
  CHECK(host.udp[0].state == "unknown");
  CHECK(host.udp[0].reason == "packets-lost");
  CHECK(host.udp[0].questions == 3);
}

TEST_CASE("a host that a declared rule keeps from being asked is named, and not counted as sound", "[exposure][udp]") {
  const auto names_host = [](const core::Findings& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const core::Finding& one) {
      return one.object == "192.0.2.66" && one.verdict == Verdict::not_applicable;
    });
  };
  CHECK(names_host(test::run("EXP-SNMP-EXPOSED", with_port(161, "not_touched"))));
  CHECK_FALSE(names_host(test::run("EXP-SNMP-EXPOSED", with_port(69, "not_touched"))));
  auto facts = test::sound_exposure();
  auto& host = facts.hosts.emplace_back();
  host.address = "192.0.2.66";
  CHECK_FALSE(names_host(test::run("EXP-RDP-EXPOSED", facts)));
  host.not_touched = 1;
  CHECK(names_host(test::run("EXP-RDP-EXPOSED", facts)));
}
