// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/imports/imports.hpp"

#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using exposure::read_results;

namespace {

const std::string nmap = R"(<?xml version="1.0"?>
<!DOCTYPE nmaprun>
<nmaprun scanner="nmap"><host><address addr="192.0.2.7" addrtype="ipv4"/><address addr="02:00:00:00:00:01" addrtype="mac"/>
<ports><extraports state="closed" count="998"/>
<port protocol="tcp" portid="22"><state state="open"/><service name="ssh" product="OpenSSH" version="9.2p1" method="probed" conf="10"><cpe>cpe:/a:openbsd:openssh:9.2p1</cpe></service></port>
<port protocol="tcp" portid="443"><state state="open"/><service name="https" tunnel="ssl" method="probed"/></port>
<port protocol="tcp" portid="104"><state state="open"/><service name="acr-nema" method="table" conf="3"/></port>
<port protocol="tcp" portid="80"><state state="closed"/></port>
</ports></host></nmaprun>)";

}  // namespace

TEST_CASE("nmap's XML gives what was open, and no guess by the number of a port", "[exposure][imports]") {
  const auto results = read_results(nmap, "scan.xml").value();
  CHECK(results.tool == "nmap");
  REQUIRE(results.services.size() == 3);
  CHECK(results.services[0].id() == "192.0.2.7:22/tcp");
  CHECK(results.services[0].products.at(0).cpe == "cpe:2.3:a:openbsd:openssh:9.2p1:*:*:*:*:*:*:*");
  CHECK(results.services[1].protocol == "http");
  CHECK(results.services[1].tls);
  CHECK(results.services[2].protocol.empty());
  SECTION("an interrupted scan gives what is whole") {
    const auto half = read_results(nmap.substr(0, nmap.find("<port protocol=\"tcp\" portid=\"104\"")), "scan.xml");
    REQUIRE(half);
    CHECK(half->services.size() == 2);
    CHECK(half->cut_short);
  }
}

TEST_CASE("masscan's JSON is read with its last comma, and cut short", "[exposure][imports]") {
  const std::string text =
      "[\n{   \"ip\": \"192.0.2.7\",   \"timestamp\": \"1\", \"ports\": [ {\"port\": 443, \"proto\": \"tcp\", "
      "\"status\": \"open\", \"reason\": \"syn-ack\", \"ttl\": 64} ] },\n";
  CHECK(read_results(text + "]\n", "m.json")->services.at(0).id() == "192.0.2.7:443/tcp");
  CHECK_FALSE(read_results(text + "]\n", "m.json")->cut_short);
  CHECK(read_results(text, "m.json")->services.size() == 1);
  CHECK(read_results(text, "m.json")->cut_short);
}

TEST_CASE("masscan's list is read, a damaged line is said with its number", "[exposure][imports]") {
  const std::string text = "#masscan\nopen tcp 443 192.0.2.7 1390380064\nopen udp 53 2001:db8::7 1390380064\n";
  const auto whole = read_results(text + "banner tcp 443 192.0.2.7 1390380064 X509 abc\n# end\n", "m.list").value();
  REQUIRE(whole.services.size() == 2);
  CHECK(whole.services[1].id() == "[2001:db8::7]:53/udp");
  CHECK_FALSE(whole.cut_short);
  CHECK(read_results(text + "open tcp 4", "m.list")->cut_short);
  for (const auto* wrong : {"open tcp 70000 192.0.2.7 1", "open icmp 1 192.0.2.7 1", "open tcp 443 <x> 1", "open tcp"})
    CHECK(read_results(text + wrong + "\n# end\n", "m.list").error().where == "m.list:4");
}

TEST_CASE("nuclei's lines give findings with their CVE", "[exposure][imports]") {
  const std::string line =
      R"({"template-id":"CVE-2024-3400","info":{"name":"GlobalProtect","severity":"critical","classification":{"cve-id":["cve-2024-3400"]}},"type":"http","host":"https://vpn.exemple.test","ip":"192.0.2.7","port":"443","matched-at":"https://vpn.exemple.test/x"})";
  const auto results = read_results(line + "\n" + line.substr(0, 40), "n.jsonl").value();
  REQUIRE(results.findings.size() == 1);
  CHECK(results.findings[0].target == "192.0.2.7:443/tcp");
  CHECK(results.findings[0].severity == "critical");
  CHECK(results.findings[0].cves == std::vector<std::string>{"CVE-2024-3400"});
  SECTION("a damaged line in the middle is said with its number") {
    const auto damaged = read_results(line + "\n{\"x\n" + line, "n.jsonl");
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().where == "n.jsonl:2");
  }
}

TEST_CASE("testssl.sh is read flat and pretty", "[exposure][imports]") {
  const std::string finding =
      R"({"id":"SSLv3","ip":"www.exemple.test/192.0.2.7","port":"443","severity":"HIGH","cve":"CVE-2014-3566","finding":"offered"})";
  const auto flat = read_results("[" + finding + "]", "t.json").value();
  REQUIRE(flat.findings.size() == 1);
  CHECK(flat.findings[0].target == "192.0.2.7:443/tcp");
  const auto pretty =
      read_results(R"({"Invocation":"x","scanResult":[{"targetHost":"h","ip":"192.0.2.7","port":"443","protocols":[)" +
                       finding + R"(],"scanTime":1}]})",
                   "t.json");
  REQUIRE(pretty->findings.size() == 1);
  CHECK(pretty->findings[0].cves == std::vector<std::string>{"CVE-2014-3566"});
}

TEST_CASE("OpenVAS's XML and SARIF give findings", "[exposure][imports]") {
  const auto openvas = read_results(
      R"(<report id="1"><report><results><result id="2"><name>Old TLS</name><host>192.0.2.7<asset/></host><port>443/tcp</port>)"
      R"(<nvt oid="1.3.6.1"><refs><ref type="cve" id="CVE-2011-3389"/></refs></nvt><severity>7.5</severity></result></results></report></report>)",
      "o.xml");
  REQUIRE(openvas->findings.size() == 1);
  CHECK(openvas->findings[0].severity == "high");
  CHECK(openvas->findings[0].target == "192.0.2.7:443/tcp");
  const auto sarif = read_results(
      R"({"version":"2.1.0","runs":[{"results":[{"ruleId":"R1","level":"error","message":{"text":"CVE-2024-3400 here"},)"
      R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"https://vpn.exemple.test/"}}}]}]}]})",
      "s.sarif");
  REQUIRE(sarif->findings.size() == 1);
  CHECK(sarif->findings[0].severity == "high");
}

TEST_CASE("what is no result file is refused with a reason", "[exposure][imports]") {
  for (const auto* text :
       {"", "hello", "{}", "[]", "<html></html>", "<nmaprun", "[1,2]", "{\"runs\":3}", "[{\"ports\":"})
    CHECK(read_results(text, "x").error().code == core::ErrorCode::parse);
  SECTION("entities are refused, with their line") {
    const auto bomb = read_results(
        "<!DOCTYPE nmaprun [\n<!ENTITY a \"192.0.2.66\">]><nmaprun><host><address addr=\"&a;\" addrtype=\"ipv4\"/>"
        "<ports><port protocol=\"tcp\" portid=\"1\"><state state=\"open\"/></port></ports></host></nmaprun>",
        "x");
    CHECK(bomb.error().where == "x:2");
  }
  SECTION("what is nested without end is refused before it is read") {
    constexpr std::size_t deep = 500'000;
    const std::string open(deep, '['), shut(deep, ']');
    CHECK(read_results("[" + open + shut + "]", "x").error().code == core::ErrorCode::limit);
    const auto line = R"({"template-id":"t","info":{"classification":)" + open + shut + "}}";
    CHECK(read_results(line, "x").error().code == core::ErrorCode::limit);
    std::string xml = "<report>";
    for (std::size_t i = 0; i < deep; ++i) xml += "<a>";
    (void)read_results(xml, "x");
  }
  SECTION("the line of the damage is said") {
    CHECK(read_results("{\n\"runs\": [\n}", "x.sarif").error().where == "x.sarif:3");
    CHECK(read_results("<nmaprun>\n<host\n<", "x.xml").error().where.starts_with("x.xml:"));
  }
}

TEST_CASE("CVE numbers are found in any text", "[exposure][imports]") {
  CHECK(exposure::cves_in("CVE-2024-3400, cve-1 CVE-2024-3400 CVE-20-1 CVE-2019-11510.") ==
        std::vector<std::string>{"CVE-2019-11510", "CVE-2024-3400"});
}

TEST_CASE("EXP-IMPORTED-FINDING", "[exposure]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-IMPORTED-FINDING", facts) == core::Verdict::not_applicable);
  facts.imported.push_back({.tool = "nuclei", .rule = "r", .title = "t", .severity = "medium", .target = "192.0.2.7"});
  CHECK(test::verdict("EXP-IMPORTED-FINDING", facts) == core::Verdict::pass);
  facts.imported.back().severity = "high";
  CHECK(test::failure("EXP-IMPORTED-FINDING", facts).evidence.at("tool") == "nuclei");
  SECTION("our own measure of the same flaw wins") {
    facts.imported.back().target = "192.0.2.7:443/tcp";
    facts.imported.back().cves = {"CVE-2014-0160"};
    auto& tls = facts.tls.emplace_back();
    tls.service = "192.0.2.7:443/tcp";
    tls.heartbleed.outcome = net::Outcome::unknown;
    CHECK(test::verdict("EXP-IMPORTED-FINDING", facts) == core::Verdict::fail);
    facts.tls.back().heartbleed.outcome = net::Outcome::absent;
    CHECK(test::verdict("EXP-IMPORTED-FINDING", facts) == core::Verdict::pass);
  }
  SECTION("a file that could not be read is unknown") {
    facts.imported.clear();
    facts.gaps.push_back({"imports", "n.jsonl:2: damaged"});
    CHECK(test::verdict("EXP-IMPORTED-FINDING", facts) == core::Verdict::unknown);
  }
}
