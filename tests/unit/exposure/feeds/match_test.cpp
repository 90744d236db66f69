// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/match/distribution.hpp"
#include "tests/unit/exposure/feeds/fixture.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure::feeds;
using namespace hygie::exposure::feeds::test;

namespace {

using Doubts = std::vector<std::string>;

const std::string below_2 = R"("versionEndExcluding":"2.0")";
const std::string gate = "cpe:2.3:a:acme:gate:*:*:*:*:*:*:*:*";

/// The match of the one CVE of a folder, if any.
std::optional<Match> only(const Folder& folder, const Product& product) {
  const auto all = folder.match(product);
  REQUIRE(all.size() <= 1);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

std::optional<Match> in_nvd(const std::string& configurations, const Product& product) {
  const Folder folder;
  REQUIRE(folder.import("n.json", nvd("CVE-2026-0001", configurations)));
  return only(folder, product);
}

Product acme(const std::string& version) { return {.vendor = "acme", .product = "gate", .version = version}; }

std::string tracker(const std::string& releases) {
  return R"({"openssh":{"TEMP-1":{"releases":{}},"CVE-2026-0001":{"description":"d","scope":"remote","releases":{)" +
         releases + "}}}}";
}
std::string in_release(const std::string& name, const std::string& status, const std::string& fixed = {},
                       const std::string& urgency = "high") {
  return "\"" + name + R"(":{"status":")" + status + R"(","repositories":{")" + name + R"(":"1:9.2p1-2+deb12u2"},)" +
         (fixed.empty() ? "" : R"("fixed_version":")" + fixed + "\",") + R"("urgency":")" + urgency + "\"}";
}

const std::string openssh = "cpe:2.3:a:openbsd:openssh:*:*:*:*:*:*:*:*";
Product ssh(const std::string& banner = {}) {
  return {.vendor = "openbsd", .product = "openssh", .version = "9.2p1", .banner = banner};
}

}  // namespace

TEST_CASE("a range of NVD confirms", "[feeds]") {
  const auto one = in_nvd(configuration(node(cpe_match(gate, below_2))), acme("1.9"));
  REQUIRE(one);
  CHECK(one->confirmed);
  CHECK(one->cve == "CVE-2026-0001");
  CHECK(one->cvss == 98);
  CHECK(one->source == "nvd");
  CHECK(one->range == "< 2.0");
  CHECK_FALSE(in_nvd(configuration(node(cpe_match(gate, below_2))), acme("2.0")));
  CHECK_FALSE(in_nvd(configuration(node(cpe_match(gate, below_2))), acme("")));
}

TEST_CASE("the product may be given as a CPE", "[feeds]") {
  const auto nodes = configuration(node(cpe_match(gate, below_2)));
  CHECK(in_nvd(nodes, {.cpe = "cpe:2.3:a:acme:gate:1.9:*:*:*:*:*:*:*"}));
  CHECK(in_nvd(configuration(node(cpe_match("cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*"))),
               {.cpe = "cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*"}));
  CHECK(in_nvd(nodes, {.version = "1.9", .cpe = "cpe:2.3:a:acme:gate"}));
  const Folder folder;
  REQUIRE(folder.import("n.json", nvd("CVE-2026-0001", nodes)));
  CHECK_FALSE(folder.open().match({.cpe = "acme gate"}));
}

TEST_CASE("ends of NVD's ranges", "[feeds]") {
  const auto nodes = [](const char* range) { return configuration(node(cpe_match(gate, range))); };
  CHECK(in_nvd(nodes(R"("versionStartIncluding":"1.0","versionEndIncluding":"2.0")"), acme("1.0")));
  CHECK(in_nvd(nodes(R"("versionStartIncluding":"1.0","versionEndIncluding":"2.0")"), acme("2.0")));
  CHECK_FALSE(in_nvd(nodes(R"("versionStartExcluding":"1.0","versionEndIncluding":"2.0")"), acme("1.0")));
  CHECK_FALSE(in_nvd(nodes(R"("versionStartIncluding":"1.0","versionEndExcluding":"2.0")"), acme("2.0")));
  CHECK(in_nvd(configuration(node(cpe_match("cpe:2.3:a:acme:gate:1.0:sp2:*:*:*:*:*:*"))), acme("1.0-sp2")));
  CHECK_FALSE(in_nvd(configuration(node(cpe_match("cpe:2.3:a:acme:gate:1.0:sp2:*:*:*:*:*:*"))), acme("1.0")));
  CHECK(in_nvd(configuration(node(cpe_match(gate))), acme("7")));
}

TEST_CASE("a product that must run on another is possible, and says on which", "[feeds]") {
  const auto windows = node(cpe_match("cpe:2.3:o:microsoft:windows:-:*:*:*:*:*:*:*", {}, false));
  const auto one = in_nvd(both(node(cpe_match(gate, below_2)) + "," + windows), acme("1.0"));
  REQUIRE(one);
  CHECK_FALSE(one->confirmed);
  CHECK(one->doubts == Doubts{"needs microsoft:windows"});
  // what it runs on is not what is flawed
  CHECK_FALSE(in_nvd(both(node(cpe_match(gate, below_2)) + "," + windows),
                     {.vendor = "microsoft", .product = "windows", .version = "10"}));
  const auto and_node = in_nvd(
      configuration(node(cpe_match(gate, below_2) + "," + cpe_match("cpe:2.3:a:acme:key:*:*:*:*:*:*:*:*"), "AND")),
      acme("1.0"));
  REQUIRE(and_node);
  CHECK(and_node->doubts == Doubts{"needs acme:key"});
  const auto plugin =
      in_nvd(configuration(node(cpe_match("cpe:2.3:a:acme:gate:*:*:*:*:*:wordpress:*:*", below_2))), acme("1.0"));
  REQUIRE(plugin);
  CHECK(plugin->doubts == Doubts{"needs wordpress"});
}

TEST_CASE("a firmware runs on its own hardware: that is no condition", "[feeds]") {
  const auto nodes = both(node(cpe_match("cpe:2.3:o:acme:wall_100_firmware:*:*:*:*:*:*:*:*", below_2)) + "," +
                          node(cpe_match("cpe:2.3:h:acme:wall_100:-:*:*:*:*:*:*:*", {}, false)));
  const auto one = in_nvd(nodes, {.vendor = "acme", .product = "wall_100_firmware", .version = "1.0"});
  REQUIRE(one);
  CHECK(one->confirmed);
}

TEST_CASE("other software of the same name is a condition", "[feeds]") {
  const auto nodes = both(node(cpe_match("cpe:2.3:o:acme:wall_100_firmware:*:*:*:*:*:*:*:*", below_2)) + "," +
                          node(cpe_match("cpe:2.3:a:acme:wall_100:-:*:*:*:*:*:*:*", {}, false)));
  CHECK(in_nvd(nodes, {.vendor = "acme", .product = "wall_100_firmware", .version = "1.0"})->doubts ==
        Doubts{"needs acme:wall_100"});
}

TEST_CASE("a negated node and a version of - are possible", "[feeds]") {
  auto nodes = configuration(node(cpe_match(gate, below_2)));
  nodes.replace(nodes.find("false"), 5, "true");
  CHECK(in_nvd(nodes, acme("1.0"))->doubts == Doubts{"versions"});
  CHECK(in_nvd(configuration(node(cpe_match("cpe:2.3:a:acme:gate:-:*:*:*:*:*:*:*"))), acme("1.0"))->doubts ==
        Doubts{"versions"});
}

TEST_CASE("a rejected CVE matches nothing, whoever still lists it", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import("n.json", nvd("CVE-2026-0001", configuration(node(cpe_match(gate, below_2))))));
  CHECK(only(folder, acme("1.0")));
  REQUIRE(folder.import("c.json", cve_record("CVE-2026-0001", "[]", "2026-11-10", {}, "REJECTED")));
  CHECK_FALSE(only(folder, acme("1.0")));
}

TEST_CASE("the CVE list: by the maker's names, and by CPE", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import(
      "c.json",
      cve_record(
          "CVE-2026-0001",
          R"([{"vendor":"Acme Inc.","product":"The Gate","cpes":["cpe:2.3:a:acme:gate:*:*:*:*:*:*:*:*"],)"
          R"("versions":[{"version":"1.0","lessThan":"1.5","status":"affected","versionType":"semver"}],"defaultStatus":"unaffected"}])")));
  CHECK(only(folder, acme("1.2"))->confirmed);
  CHECK(only(folder, {.vendor = "acme_inc", .product = "the-gate", .version = "1.2"})->source == "cve");
  CHECK_FALSE(only(folder, acme("1.5")));
  CHECK_FALSE(only(folder, {.vendor = "other", .product = "gate", .version = "1.2"}));
}

TEST_CASE("a record that names no vendor is possible", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import(
      "c.json",
      cve_record("CVE-2026-0001",
                 R"([{"packageName":"Gate","versions":[{"version":"1.0","lessThan":"1.5","status":"affected"}]}])")));
  CHECK(only(folder, acme("1.2"))->doubts == Doubts{"vendor"});
}

TEST_CASE("an entry that names the vendor makes one that does not superfluous, in either order", "[feeds]") {
  const std::string named =
      R"({"vendor":"acme","product":"gate","versions":[{"version":"1.0","lessThan":"1.5","status":"affected"}]})";
  const std::string nameless =
      R"({"product":"gate","versions":[{"version":"1.0","lessThan":"1.9","status":"affected"}]})";
  for (const auto& entries : {named + "," + nameless, nameless + "," + named}) {
    const Folder folder;
    REQUIRE(folder.import("c.json", cve_record("CVE-2026-0001", "[" + entries + "]")));
    CHECK(only(folder, acme("1.2"))->confirmed);
    CHECK_FALSE(only(folder, acme("1.7")));
  }
}

TEST_CASE("the maker's own ranges come before those that others added", "[feeds]") {
  const Folder folder;
  const std::string maker =
      R"([{"vendor":"acme","product":"gate","versions":[{"version":"1.0","lessThan":"1.5","status":"affected"}]}])";
  const std::string vague =
      R"([{"vendor":"acme","product":"gate","versions":[{"version":"n/a","status":"affected"}]}])";
  const std::string others =
      R"([{"vendor":"acme","product":"gate","versions":[{"version":"1.0","lessThan":"1.9","status":"affected"}]}])";
  REQUIRE(folder.import("a.json", cve_record("CVE-2026-0001", maker, "2026-11-03", others)));
  CHECK_FALSE(only(folder, acme("1.7")));
  REQUIRE(folder.import("b.json", cve_record("CVE-2026-0001", vague, "2026-11-04", others)));
  CHECK(only(folder, acme("1.7"))->confirmed);
}

TEST_CASE("sources that disagree make a match possible", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import("n.json", nvd("CVE-2026-0001", configuration(node(cpe_match(gate, below_2))))));
  REQUIRE(folder.import(
      "c.json",
      cve_record(
          "CVE-2026-0001",
          R"([{"vendor":"acme","product":"gate","versions":[{"version":"1.0","lessThan":"1.5","status":"affected"}],"defaultStatus":"unaffected"}])")));
  CHECK(only(folder, acme("1.2"))->confirmed);
  CHECK(only(folder, acme("1.7"))->doubts == Doubts{"disagreement"});
  CHECK_FALSE(only(folder, acme("2.1")));
}

TEST_CASE("a record that may be of another vendor's product denies nothing", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import("n.json", nvd("CVE-2026-0001", configuration(node(cpe_match(gate, below_2))))));
  REQUIRE(folder.import(
      "c.json",
      cve_record("CVE-2026-0001",
                 R"([{"product":"gate","versions":[{"version":"1.0","lessThan":"1.5","status":"affected"}]}])")));
  CHECK(only(folder, acme("1.7"))->confirmed);
}

TEST_CASE("matches come with KEV and in the order of their risk", "[feeds]") {
  const Folder folder;
  for (const char* cve : {"CVE-2026-0001", "CVE-2026-0002", "CVE-2026-0003"})
    REQUIRE(folder.import(std::string(cve) + ".json", nvd(cve, configuration(node(cpe_match(gate, below_2))))));
  REQUIRE(folder.import("kev.json", kev(kev_row("CVE-2026-0002", "Other", "Name"))));
  const auto all = folder.match(acme("1.0"));
  REQUIRE(all.size() == 3);
  CHECK(all[0].cve == "CVE-2026-0002");
  CHECK(all[0].kev_added == "2026-11-01");
  CHECK(all[0].kev_due == "2026-11-22");
  CHECK(all[0].ransomware);
  CHECK(all[1].kev_added.empty());
  // KEV names it otherwise: found through the record
  CHECK(folder.open().kev_products({.vendor = "acme", .product = "gate"})->size() == 1);
  CHECK(folder.open().kev_products({.vendor = "acme", .product = "door"})->empty());
}

TEST_CASE("what distributions mend silently is possible without their word", "[feeds]") {
  const auto nodes = configuration(node(cpe_match(openssh, R"("versionEndExcluding":"9.3")")));
  CHECK(in_nvd(nodes, ssh())->doubts == Doubts{"distribution"});
  CHECK(in_nvd(nodes, ssh("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"))->doubts == Doubts{"distribution"});
  CHECK(in_nvd(nodes, ssh("SSH-2.0-OpenSSH_9.2p1 Ubuntu-3ubuntu0.10"))->doubts == Doubts{"distribution"});
  CHECK(in_nvd(nodes, ssh("SSH-2.0-OpenSSH_for_Windows_9.2"))->confirmed);
  // a product that no distribution is known to carry, on one
  CHECK(in_nvd(configuration(node(cpe_match(gate, below_2))),
               {.vendor = "acme", .product = "gate", .version = "1.0", .banner = "Gate/1.0 (Red Hat)"})
            ->doubts == Doubts{"distribution"});
}

TEST_CASE("Debian's tracker decides for Debian's packages", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import(
      "n.json", nvd("CVE-2026-0001", configuration(node(cpe_match(openssh, R"("versionEndExcluding":"9.3")"))))));
  const auto with = [&](const std::string& release) {
    const auto done = folder.import("t.json", tracker(release));
    REQUIRE(done);
    CHECK(done->sources[0].kind == "debian");
    CHECK(done->sources[0].date.empty());
  };
  const auto debian = ssh("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u2");
  with(in_release("bookworm", "resolved", "1:9.2p1-2+deb12u3"));
  REQUIRE(only(folder, debian));
  CHECK(only(folder, debian)->confirmed);
  CHECK(only(folder, debian)->source == "debian");
  CHECK(only(folder, debian)->cvss == 98);
  CHECK_FALSE(only(folder, ssh("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3")));
  CHECK_FALSE(only(folder, ssh("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10")));
  // of another release the tracker says nothing here; Ubuntu is not Debian
  CHECK(only(folder, ssh("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb11u9"))->doubts == Doubts{"distribution"});
  CHECK(only(folder, ssh("SSH-2.0-OpenSSH_9.2p1 Ubuntu-2"))->doubts == Doubts{"distribution"});
  // without a mark of the release: the one that carries this version
  CHECK(only(folder, ssh("SSH-2.0-OpenSSH_9.2p1 Debian-2"))->confirmed);
  with(in_release("bookworm", "resolved", "0"));
  CHECK_FALSE(only(folder, debian));
  with(in_release("bookworm", "open"));
  CHECK(only(folder, debian)->confirmed);
  with(in_release("bookworm", "open", {}, "unimportant"));
  CHECK(only(folder, debian)->doubts == Doubts{"unimportant"});
  with(in_release("bookworm", "resolved", "undetermined"));
  CHECK(only(folder, debian)->doubts == Doubts{"undetermined"});
  with(in_release("bookworm", "undetermined"));
  CHECK(only(folder, debian)->doubts == Doubts{"undetermined"});
}

TEST_CASE("Debian's tracker alone is enough for Debian's packages", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import("t.json", tracker(in_release("bookworm", "open"))));
  CHECK(only(folder, ssh("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u2"))->confirmed);
  CHECK_FALSE(only(folder, ssh()));
}

TEST_CASE("how distributions sign", "[feeds]") {
  struct Row {
    const char *version, *banner;
    Build build;
    const char *upstream, *package, *release;
  };
  const auto row = GENERATE(
      Row{"9.2p1", "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3", Build::debian, "9.2p1", "9.2p1-2+deb12u3", "bookworm"},
      Row{"9.2p1 Debian-2+deb12u3", "", Build::debian, "9.2p1", "9.2p1-2+deb12u3", "bookworm"},
      Row{"10.0p2", "SSH-2.0-OpenSSH_10.0p2 Debian-7", Build::debian, "10.0p2", "10.0p2-7", ""},
      Row{"8.9p1", "SSH-2.0-OpenSSH_8.9p1 Ubuntu-3ubuntu0.10", Build::ubuntu, "8.9p1", "", ""},
      Row{"2.4.57", "Apache/2.4.57 (Debian)", Build::debian, "2.4.57", "", ""},
      Row{"10.11.6", "5.5.5-10.11.6-MariaDB-0+deb12u1", Build::debian, "10.11.6", "10.11.6-0+deb12u1", "bookworm"},
      Row{"10.11.6", "0+deb12u1", Build::debian, "10.11.6", "10.11.6-0+deb12u1", "bookworm"},
      Row{"3.6.1", "mail Cyrus IMAP 3.6.1-Debian-3.6.1-4+deb12u1 server ready", Build::debian, "3.6.1",
          "3.6.1-4+deb12u1", "bookworm"},
      Row{"9.18.24", "9.18.24-1-Debian", Build::debian, "9.18.24", "9.18.24-1", ""},
      Row{"9.18.28", "9.18.28-1~deb12u2-Debian", Build::debian, "9.18.28", "9.18.28-1~deb12u2", "bookworm"},
      Row{"4.17.12", "Samba 4.17.12-Debian", Build::debian, "4.17.12", "", ""},
      Row{"8.0.36-0ubuntu0.22.04.1", "", Build::ubuntu, "8.0.36", "", ""},
      Row{"8.2.7", "X-Powered-By: PHP/8.2.7-1~deb12u1", Build::debian, "8.2.7", "8.2.7-1~deb12u1", "bookworm"},
      Row{"2.4.37", "Apache/2.4.37 (Red Hat Enterprise Linux)", Build::distribution, "2.4.37", "", ""},
      Row{"2.4.58", "Apache/2.4.58 (Win64)", Build::windows, "2.4.58", "", ""},
      Row{"1.22.1", "nginx/1.22.1", Build::unsaid, "1.22.1", "", ""});
  INFO(row.version << ", " << row.banner);
  const auto signs = signs_of(row.version, row.banner);
  CHECK(signs.build == row.build);
  CHECK(signs.version == row.upstream);
  CHECK(signs.package == row.package);
  CHECK(signs.release == row.release);
}
