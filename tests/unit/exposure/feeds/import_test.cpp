// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/exposure/feeds/fixture.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure::feeds;
using namespace hygie::exposure::feeds::test;

namespace {

std::string csv(const std::string& row) {
  return "cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,"
         "knownRansomwareCampaignUse,notes,cwes\n" +
         row;
}

core::Error refused(const Folder& folder, const std::string& name, const std::string& text) {
  const auto done = folder.import(name, text);
  INFO(name << ": " << text.substr(0, 100));
  REQUIRE_FALSE(done);
  return done.error();
}

}  // namespace

TEST_CASE("KEV, as JSON and as CSV", "[feeds]") {
  const Folder folder;
  const auto done = folder.import("kev.json", kev(kev_row("CVE-2026-0001")));
  REQUIRE(done);
  REQUIRE(done->sources.size() == 1);
  CHECK(done->sources[0].kind == "kev");
  CHECK(done->sources[0].date == "2026-11-20");
  CHECK(done->sources[0].records == 1);
  CHECK(done->sources[0].sha256.size() == 64);
  const auto rows = folder.open().kev_products({.vendor = "acme", .product = "gate"});
  REQUIRE(rows);
  REQUIRE(rows->size() == 1);
  CHECK((*rows)[0].cve == "CVE-2026-0001");
  CHECK((*rows)[0].due == "2026-11-22");
  CHECK((*rows)[0].ransomware);

  const auto again = folder.import(
      "kev.csv",
      csv("CVE-2026-0002,Acme,\"Gate\",\"A, flaw\",2026-11-21,\"s\"\"s\",a,2026-12-01,Unknown,n,\"CWE-1, CWE-2\"\n"));
  REQUIRE(again);
  CHECK(again->sources[0].date == "2026-11-21");
  const auto replaced = folder.open().kev_products({.vendor = "acme", .product = "gate"});
  REQUIRE(replaced->size() == 1);
  CHECK((*replaced)[0].cve == "CVE-2026-0002");
  CHECK((*replaced)[0].name == "A, flaw");
  CHECK_FALSE((*replaced)[0].ransomware);
  CHECK(folder.open().sources()->size() == 1);
}

TEST_CASE("EPSS", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import("nvd.json",
                        nvd("CVE-2026-0001", configuration(node(cpe_match("cpe:2.3:a:acme:gate:1.0:*:*:*:*:*:*:*"))))));
  const auto done = folder.import(
      "e.csv",
      "#model_version:v2025.03.14,score_date:2026-11-24T12:55:00Z\ncve,epss,percentile\nCVE-2026-0001,0.94424,0.99\n");
  REQUIRE(done);
  CHECK(done->sources[0].date == "2026-11-24");
  CHECK(folder.match({.vendor = "acme", .product = "gate", .version = "1.0"})[0].epss == Approx(0.94424));
}

TEST_CASE("NVD: a page of the API, a file a CVE with and without its envelope", "[feeds]") {
  const Folder folder;
  const auto one =
      nvd("CVE-2026-0001",
          configuration(node(cpe_match("cpe:2.3:a:acme:gate:*:*:*:*:*:*:*:*", R"("versionEndExcluding":"2.0")"))));
  auto second = one;
  second.replace(second.find("0001"), 4, "0002");
  const auto page =
      folder.import("page.json", R"({"resultsPerPage":2,"format":"NVD_CVE","timestamp":"x","vulnerabilities":[)" + one +
                                     "," + second + "]}");
  REQUIRE(page);
  CHECK(page->sources[0].kind == "nvd");
  CHECK(page->sources[0].records == 2);
  CHECK(page->sources[0].date == "2026-11-02");
  CHECK(folder.match({.vendor = "acme", .product = "gate", .version = "1.9"}).size() == 2);
  CHECK(folder.match({.vendor = "acme", .product = "gate", .version = "2.0"}).empty());
  REQUIRE(Folder().import("one.json", one));
  const Folder bare;
  REQUIRE(bare.import("CVE-2026-0001.json", one.substr(7, one.size() - 8)));
  CHECK(bare.match({.vendor = "acme", .product = "gate", .version = "1.9"})[0].cvss == 98);
}

TEST_CASE("the CVE list: a folder tree, with files that are of no feed", "[feeds]") {
  const Folder folder;
  folder.write("list/2026/0xxx/CVE-2026-0001.json",
               cve_record("CVE-2026-0001",
                          R"([{"vendor":"Acme","product":"Gate","versions":[{"version":"1","status":"affected"}]}])"));
  folder.write("list/2026/0xxx/CVE-2026-0002.json",
               cve_record("CVE-2026-0002",
                          R"([{"vendor":"n/a","product":"n/a","versions":[{"version":"n/a","status":"affected"}]}])",
                          "2026-11-04"));
  folder.write("list/delta.json", R"({"fetchTime":"x","numberOfChanges":0,"new":[]})");
  folder.write("list/README.md", "# not front matter\n");
  folder.write("list/.git/x.json", "{ broken");
  const auto done = folder.import_path(folder / "list");
  REQUIRE(done);
  REQUIRE(done->sources.size() == 1);
  CHECK(done->sources[0].kind == "cve");
  CHECK(done->sources[0].records == 2);
  CHECK(done->sources[0].files == 2);
  CHECK(done->sources[0].date == "2026-11-04");
  CHECK(done->unrecognised == 2);
  CHECK(folder.match({.vendor = "acme", .product = "gate", .version = "1"}).size() == 1);
}

TEST_CASE("an older record of the same CVE is left out, a newer one replaces", "[feeds]") {
  const Folder folder;
  const auto record = [](const char* version, const char* updated) {
    return cve_record(
        "CVE-2026-0001",
        std::string(R"([{"vendor":"Acme","product":"Gate","versions":[{"status":"affected","version":")") + version +
            R"("}]}])",
        updated);
  };
  const auto affects = [&](const char* version) {
    return folder.match({.vendor = "acme", .product = "gate", .version = version}).size() == 1;
  };
  REQUIRE(folder.import("a.json", record("1", "2026-11-03")));
  REQUIRE(folder.import("b.json", record("2", "2026-11-02")));
  CHECK(affects("1"));
  CHECK_FALSE(affects("2"));
  REQUIRE(folder.import("c.json", record("3", "2026-11-04")));
  CHECK_FALSE(affects("1"));
  CHECK(affects("3"));
}

TEST_CASE("endoflife.date: a page, the first API and the second", "[feeds]") {
  const Folder folder;
  const auto end = [&](const Product& product) {
    return *folder.open().end_of_life(product, *core::parse_instant("2026-11-25T12:00:00Z"));
  };
  const auto page = folder.import(
      "products/gate.md",
      "---\ntitle: Gate\nidentifiers:\n  - purl: pkg:x/y\n  - cpe: cpe:2.3:a:acme:gateway\nreleases:\n"
      "  - releaseCycle: \"1.20\"\n    eol: false\n    latest: \"1.20.3\"\n    latestReleaseDate: 2026-10-01\n"
      "  - releaseCycle: \"1.2\"\n    eol: 2026-11-25\n    latest: \"1.2.9\"\n---\n\nA body.\n");
  REQUIRE(page);
  CHECK(page->sources[0].kind == "end-of-life");
  CHECK(page->sources[0].date == "2026-10-01");
  REQUIRE(end({.vendor = "acme", .product = "gateway", .version = "1.2.3"}));
  CHECK(end({.vendor = "acme", .product = "gateway", .version = "1.2.3"})->ended);
  CHECK(end({.vendor = "acme", .product = "gateway", .version = "1.2.3"})->latest == "1.2.9");
  CHECK_FALSE(end({.vendor = "acme", .product = "gateway", .version = "1.20.1"})->ended);
  CHECK(end({.vendor = "any", .product = "gate", .version = "v1.2.3"})->cycle == "1.2");
  CHECK_FALSE(end({.vendor = "acme", .product = "gateway", .version = "2.0"}));
  CHECK_FALSE(end({.vendor = "acme", .product = "gateway"}));

  REQUIRE(folder.import(
      "door.json", R"([{"cycle":"3","eol":true,"latest":"3.9"},{"cycle":"4","eol":"2026-11-26","latest":"4.1"}])"));
  CHECK(end({.product = "door", .version = "3.1"})->ended);
  CHECK_FALSE(end({.product = "door", .version = "4.0"})->ended);

  REQUIRE(folder.import(
      "full.json",
      R"({"schema_version":"1.2.0","generated_at":"2026-11-23T01:00:00+00:00","result":[{"name":"wall","identifiers":[{"id":"cpe:/a:acme:firewall","type":"cpe"}],)"
      R"("releases":[{"name":"7","isEol":true,"eolFrom":"2020-01-01","latest":{"name":"7.1","date":"2019-12-01"}}]}]})"));
  CHECK(end({.vendor = "acme", .product = "firewall", .version = "7.0"})->date == "2020-01-01");
  REQUIRE(folder.import(
      "one.json",
      R"({"schema_version":"1.2.0","last_modified":"2026-11-22T01:00:00+00:00","result":{"name":"moat","releases":[{"name":"1","isEol":false,"eolFrom":null,"latest":null}]}})"));
  CHECK_FALSE(end({.product = "moat", .version = "1.1"})->ended);
}

TEST_CASE("the longest cycle that fits, and ended from the first minute of its day", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import(
      "gate.json",
      R"([{"cycle":"1","eol":false},{"cycle":"1.2","eol":"2026-11-25"},{"cycle":"1.2.3","eol":false},{"cycle":"1.","eol":false}])"));
  const auto end = [&](const char* version, const char* now) {
    return *folder.open().end_of_life({.product = "gate", .version = version}, *core::parse_instant(now));
  };
  CHECK(end("1.2.4", "2026-11-25T00:00:00Z")->cycle == "1.2");
  CHECK(end("1.2.4", "2026-11-25T00:00:00Z")->ended);
  CHECK_FALSE(end("1.2.4", "2026-11-24T23:59:59Z")->ended);
  CHECK(end("1.2.3p1", "2026-11-25T00:00:00Z")->cycle == "1.2.3");
  CHECK(end("1", "2026-11-25T00:00:00Z")->cycle == "1");
}

TEST_CASE("a damaged file changes nothing and says where", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import("kev.json", kev(kev_row("CVE-2026-0001"))));
  const auto good = kev(kev_row("CVE-2026-0002"), "2026-11-21");
  CHECK(refused(folder, "cut.json", good.substr(0, good.size() - 20)).where.starts_with(folder / "cut.json:1:"));
  CHECK(refused(folder, "count.json", kev(kev_row("CVE-2026-0002"), "2026-11-21", 3)).what.find('3') !=
        std::string::npos);
  CHECK(refused(folder, "name.json", kev(kev_row("CVE-2026-0002") + "," + kev_row("CVE-26"), "2026-11-21", 2)).where ==
        folder / "name.json: record 2");
  CHECK(refused(folder, "page.json", R"({"resultsPerPage":2,"vulnerabilities":[)" + nvd("CVE-2026-0009", "[]") + "]}")
            .code == core::ErrorCode::parse);
  CHECK(refused(folder, "e.csv", "#model_version:v1,score_date:2026-11-24\ncve,epss\nCVE-2026-0001,1.5\n").where ==
        folder / "e.csv:3");
  CHECK(refused(folder, "e2.csv", "#model_version:v1,score_date:2026-11-24\ncve,epss\nCVE-2026-0001,nan\n").where ==
        folder / "e2.csv:3");
  CHECK(refused(folder, "e3.csv", "#model_version:v1,score_date:2026-11-24\ncve,epss\n").code ==
        core::ErrorCode::parse);
  CHECK(refused(folder, "e4.csv", "#model_version:v1,score_date:2026-99-24\ncve,epss\nCVE-2026-0001,0.5\n").where ==
        folder / "e4.csv:1");
  CHECK(refused(folder, "k.csv", csv("CVE-2026-0002,Acme\n")).where == folder / "k.csv:2");
  CHECK(refused(folder, "k2.csv", "cveID,product\n").where == folder / "k2.csv:1");
  CHECK(refused(folder, "k3.csv", csv("CVE-2026-0002,Acme,Gate,n,yesterday,s,a,2026-12-01,Known,n,c\n")).where ==
        folder / "k3.csv:2");
  CHECK(refused(folder, "p.md", "---\nreleases:\n  - releaseCycle: \"1\"\n    eol: soon\n---\n").code ==
        core::ErrorCode::parse);
  CHECK(refused(folder, "other.json", R"({"hello":"world"})").code == core::ErrorCode::unsupported);
  CHECK(refused(folder, "other.txt", "hello").code == core::ErrorCode::unsupported);
  CHECK(refused(folder, "empty.json", "").code == core::ErrorCode::unsupported);
  CHECK(folder.import_path(folder / "missing.json").error().code == core::ErrorCode::config);
  const auto rows = folder.open().kev_products({.vendor = "acme", .product = "gate"});
  REQUIRE(rows->size() == 1);
  CHECK((*rows)[0].cve == "CVE-2026-0001");
  CHECK(folder.open().sources()->size() == 1);
}

TEST_CASE("an import that fails leaves no file where there was none", "[feeds]") {
  const Folder folder;
  CHECK_FALSE(folder.import("other.json", "{}"));
  CHECK_FALSE(std::filesystem::exists(folder.database()));
  CHECK(Feeds::open(folder.database()).error().code == core::ErrorCode::config);
}

TEST_CASE("a catalogue older than the one kept is refused", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import("new.json", kev(kev_row("CVE-2026-0002"), "2026-11-20")));
  CHECK(refused(folder, "old.json", kev(kev_row("CVE-2026-0001"), "2026-11-19")).code == core::ErrorCode::usage);
  CHECK(folder.import("same.json", kev(kev_row("CVE-2026-0003"), "2026-11-20")));
}

TEST_CASE("an import that is stopped changes nothing", "[feeds]") {
  const Folder folder;
  REQUIRE(folder.import("kev.json", kev(kev_row("CVE-2026-0001"))));
  core::Cancellation stop;
  stop.cancel();
  core::NoProgress silent;
  const auto path = folder.write("kev2.json", kev(kev_row("CVE-2026-0002"), "2026-11-21"));
  const auto done = import_feeds({path}, folder.database(), core::Instant{}, {.cancellation = &stop}, silent);
  REQUIRE_FALSE(done);
  CHECK(done.error().code == core::ErrorCode::cancelled);
  CHECK((*folder.open().kev_products({.vendor = "acme", .product = "gate"}))[0].cve == "CVE-2026-0001");
}

TEST_CASE("a file that holds no feeds is never written into", "[feeds]") {
  const Folder folder;
  folder.write("feeds.db", "not a database, but long enough to have been one, once upon a time");
  CHECK(Feeds::open(folder.database()).error().code == core::ErrorCode::integrity);
  const auto done = folder.import("kev.json", kev(kev_row("CVE-2026-0001")));
  REQUIRE_FALSE(done);
  CHECK(done.error().code == core::ErrorCode::integrity);
  CHECK(std::filesystem::file_size(folder.database()) == 66);
}

TEST_CASE("a date that is none is passed over", "[feeds]") {
  const Folder folder;
  CHECK(folder.import("kev.json", kev(kev_row("CVE-2026-0001"), "2026-\\u001b[2J"))->sources[0].date.empty());
  CHECK(folder.import("nvd.json", R"({"cve":{"id":"CVE-2026-0001","lastModified":"2026-13-01T00:00:00"}})")
            ->sources[0]
            .date.empty());
  CHECK(folder.import("gate.md", "---\nreleases:\n  - releaseCycle: \"1\"\n    latestReleaseDate: 2026-99\n---\n")
            ->sources[0]
            .date.empty());
}

TEST_CASE("feeds grow old", "[feeds]") {
  const auto now = *core::parse_instant("2026-11-25T12:00:00Z");
  CHECK(age_in_days({.kind = "kev", .file = {}, .date = "2026-11-18", .sha256 = {}}, now) == 7);
  CHECK(age_in_days({.kind = "debian", .file = {}, .date = {}, .sha256 = {}, .imported = now - std::chrono::days{40}},
                    now) == 40);
  CHECK(stale_after("kev") == 7);
  CHECK(stale_after("epss") == 7);
  CHECK(stale_after("nvd") == 30);
}
