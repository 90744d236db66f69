// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/support/one_answer.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "tests/unit/exposure/dialogues/held.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure;

namespace {

std::string opening(std::string_view dialogue) {
  const auto made = make_dialogue(dialogue);
  REQUIRE(made);
  return hexadecimal(made->opening());
}

}  // namespace

// What real servers were asked with before these dialogues existed, byte for byte.
TEST_CASE("The first words are those that servers are known to answer", "[dialogue]") {
  CHECK(opening("smb1").starts_with("0000002fff534d4272000000001801280000"));
  CHECK(opening("smb1").ends_with("000c00024e54204c4d20302e313200"));
  CHECK(opening("smb2").starts_with("000000b2fe534d4240000000"));
  CHECK(opening("snmp1") ==
        "302902010004067075626c6963a01c02046879676902010002010030"
        "0e300c06082b060102010101000500");
  CHECK(opening("snmp2").starts_with("302902010104067075626c6963a01c"));
  CHECK(opening("snmp3").size() == 2 * 64);
  CHECK(opening("ldap").starts_with("3082"));
  CHECK(opening("ipmi") == "0600ff07000000000000000000092018c88100388e04b5");
  CHECK(opening("ntp-monlist") == "1700032a00000000");
  CHECK(opening("ntp-control") == "160200010000000000000000");
  CHECK(opening("ntp").starts_with("23000000"));
  CHECK(opening("ntp").size() == 2 * 48);
  CHECK(opening("memcached-udp") == "687900000001000073746174730d0a");
  CHECK(opening("socks5") == "050100");
  CHECK(opening("iec104") == "680443000000");
  CHECK(opening("knx") == "06100203000e0801000000000000");
  CHECK(opening("bacnet") == "810a000801001008");
  CHECK(opening("bacnet-any") ==
        "810a0011010400050"
        "00c0c023fffff194b");
  CHECK(opening("s7") == "0300001611e00000000100c0010ac1020100c2020102");
  CHECK(opening("ethernet-ip") == "630000000000000000000000000000000000000000000000");
  CHECK(opening("smart-install") == "000000010000000100000004000000080000000100000000");
  CHECK(opening("winbox") == "12026c6973740000000000000000008000000000");
  CHECK(opening("netbios-ssn").starts_with("8100004420434b4644454e45434644454646434647454646434341434143414341434143"));
  CHECK(opening("msrpc").starts_with("05000b03100000004800"));
  CHECK(opening("pptp").size() == 2 * 156);
  CHECK(opening("tftp").starts_with("0001"));
  CHECK(opening("coap").starts_with("40016879bb2e77656c6c2d6b6e6f776e04"));
  CHECK(opening("mssql").starts_with("12010029000000000000150006"));
  CHECK(opening("rpcbind").starts_with("80000028"));
  CHECK(opening("rpcbind-udp").size() == 2 * 40);
  CHECK(opening("openvpn") == "38" + hexadecimal(net::as_bytes("hygie-ex")) + "0000000000");
}

TEST_CASE("A conversation of IKE goes by a name of its own", "[dialogue]") {
  for (const auto* name : {"ike1", "ike2"}) {
    const auto first = make_dialogue(name), second = make_dialogue(name), same = make_dialogue(name);
    first->vary(1);
    second->vary(2);
    same->vary(1);
    const auto opening = first->opening();
    CHECK(opening != second->opening());
    CHECK(opening == same->opening());
  }
}

TEST_CASE("Words of more than a datagram's question are weighed where they are the heaviest", "[dialogue]") {
  // two exchanges of ipmi: 23 bytes answered by 30, then 48 by 52
  for (const auto& sample : recorded_answers()) {
    if (sample.dialogue != "ipmi") continue;
    const auto said = held(sample, 100'000).service.said;
    CHECK(said.at("request_bytes") == "23");
    CHECK(said.at("answer_bytes") == "30");
  }
}

TEST_CASE("Of two exchanges with a port the heaviest stays", "[dialogue]") {
  Said kept{{"request_bytes", "48"}, {"answer_bytes", "48"}};
  keep_heaviest(kept, {{"request_bytes", "12"}, {"answer_bytes", "360"}});
  CHECK(kept == Said{{"request_bytes", "12"}, {"answer_bytes", "360"}});
  keep_heaviest(kept, {{"request_bytes", "100"}, {"answer_bytes", "2000"}});
  keep_heaviest(kept, {{"monlist", "refused"}});
  CHECK(kept.at("answer_bytes") == "360");
  Said nothing;
  keep_heaviest(nothing, kept);
  CHECK(nothing.empty());
}

TEST_CASE("Telnet refuses each option once, and types nothing", "[dialogue]") {
  const auto telnet = make_dialogue("telnet");
  const std::string asks = "\xff\xfd\x18\xff\xfb\x01\xff\xfd\x18";
  auto step = telnet->hear(net::as_bytes(asks));
  REQUIRE(step.kind == Step::Kind::say);
  CHECK(hexadecimal(step.bytes) == "fffe01fffc18");
  step = telnet->hear(net::as_bytes(asks));
  CHECK(step.kind == Step::Kind::wait);
  CHECK(telnet->end().kind == Step::Kind::done);
}

TEST_CASE("Telnet leaves who never stops asking", "[dialogue]") {
  const auto telnet = make_dialogue("telnet");
  int words = 0;
  for (int option = 0; option < 250; ++option) {
    const std::string asks{'\xff', '\xfd', static_cast<char>(option)};
    const auto step = telnet->hear(net::as_bytes(asks));
    if (step.kind == Step::Kind::done) break;
    ++words;
  }
  CHECK(words < 100);
}
