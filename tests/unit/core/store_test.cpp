// SPDX-License-Identifier: EUPL-1.2
#include "core/store/store.hpp"

#include "core/calendar.hpp"
#include "core/store/atomic_file.hpp"
#include "core/store/run_json.hpp"
#include "core/yaml.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace hygie;
using core::ErrorCode;
using core::Store;
using core::Verdict;

namespace {

/// A folder of its own, gone with the test.
struct Folder {
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "hygie-store-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
  std::filesystem::path path;
};

core::Run sample(const std::string& id, const char* started) {
  core::Run run;
  run.id = id;
  run.started = *core::parse_instant(started);
  run.finished = run.started + std::chrono::seconds{3};
  run.complete = false;
  run.snapshot_sha256 = "abc";
  run.establishment = {.name = "CH \"Exemple\"",
                       .finess = "none",
                       .local_id = "x",
                       .category = "ch",
                       .group = "g",
                       .region = "r",
                       .nis2 = "essential",
                       .ose = true};
  run.baseline = "before";
  core::DomainResult domain;
  domain.domain = "directory";
  domain.level = {.reached = std::nullopt, .at_most = 2, .points_decided = 3, .points_total = 76};
  domain.level_with_waivers = {.reached = 3, .at_most = 3, .points_decided = 3, .points_total = 76};
  domain.counts = {1, 2, 3, 4};
  domain.waived = 1;
  domain.gaps = {{"descriptors", "not readable"}};
  domain.scope = {{"server", "dc1.exemple.test"}};
  run.domains.push_back(domain);
  core::Subject subject{
      .finding = {.verdict = Verdict::fail, .object = "CN=é,DC=x", .evidence = {{"a", "b"}}, .name = "é", .level = 1},
      .waived = true,
      .waived_by = "RSSI",
      .waived_reason = "why",
      .waived_until = core::parse_date("2027-01-01"),
      .known = true};
  core::Subject unread{.finding = {.verdict = Verdict::unknown, .object = "o"},
                       .waived_by = {},
                       .waived_reason = {},
                       .waived_until = {}};
  run.results.push_back({.check = "DIR-A",
                         .domain = "directory",
                         .verdict = Verdict::fail,
                         .waived = true,
                         .severity = core::Severity::critical,
                         .level = 1,
                         .fingerprint = "f",
                         .subjects = {subject, unread}});
  run.results.push_back({.check = "DIR-B",
                         .domain = "directory",
                         .verdict = Verdict::unknown,
                         .severity = core::Severity::low,
                         .level = 3,
                         .fingerprint = "g",
                         .subjects = {unread}});
  run.waiver_notes.push_back({core::WaiverNote::Kind::ending,
                              {.check = "DIR-A",
                               .object = "*",
                               .by = "RSSI",
                               .reason = "why",
                               .until = *core::parse_date("2026-12-01"),
                               .where = "w:1:1"}});
  return run;
}

Store opened(const std::string& path, Store::Open how = Store::Open::create) {
  auto store = Store::open(path, how);
  REQUIRE(store);
  return std::move(*store);
}

ErrorCode refusal(const std::string& path) {
  const auto store = Store::open(path, Store::Open::existing);
  REQUIRE_FALSE(store);
  return store.error().code;
}

void sql(const std::string& path, const char* text) {
  ::sqlite3* handle = nullptr;
  REQUIRE(::sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  REQUIRE(::sqlite3_exec(handle, text, nullptr, nullptr, nullptr) == SQLITE_OK);
  ::sqlite3_close(handle);
}

}  // namespace

TEST_CASE("a run goes to JSON and back without losing anything", "[store]") {
  const auto text = core::run_to_json(sample("r1", "2026-11-25T10:00:00Z"));
  const auto back = core::run_from_json(text);
  REQUIRE(back);
  CHECK(core::run_to_json(*back) == text);
  CHECK(back->results[0].subjects[0].finding.object == "CN=é,DC=x");
  CHECK(back->results[0].subjects[0].waived_until == core::parse_date("2027-01-01"));
  CHECK_FALSE(back->domains[0].level.reached);
  CHECK(back->waiver_notes[0].waiver.by == "RSSI");
}

TEST_CASE("a run that is cut, changed in type or of another version does not read back", "[store]") {
  const auto text = core::run_to_json(sample("r1", "2026-11-25T10:00:00Z"));
  for (std::size_t size = 0; size < text.size(); size += 7) {
    const auto back = core::run_from_json(text.substr(0, size));
    REQUIRE_FALSE(back);
    CHECK(back.error().code == ErrorCode::integrity);
  }
  for (const auto& [from, to] : {std::pair("\"version\":1", "\"version\":2"), std::pair("\"fail\"", "\"failed\""),
                                 std::pair("2026-11-25T10:00:00Z", "yesterday")}) {
    auto other = text;
    other.replace(other.find(from), std::string(from).size(), to);
    CHECK_FALSE(core::run_from_json(other));
  }
}

TEST_CASE("bytes that are not UTF-8 do not stop a run from being kept", "[store]") {
  auto run = sample("r1", "2026-11-25T10:00:00Z");
  run.results[0].subjects[0].finding.name = "\xff\xfe";
  CHECK(core::run_from_json(core::run_to_json(run)));
}

TEST_CASE("the store keeps runs and finds them by id, beginning or last", "[store]") {
  const Folder folder;
  const auto path = folder.file("s.db");
  {
    auto store = opened(path);
    REQUIRE(store.add(sample("20261101-aaaa", "2026-11-01T00:00:00Z")));
    REQUIRE(store.add(sample("20261125-bbbb", "2026-11-25T00:00:00Z")));
    REQUIRE(store.add(sample("20261125-bbbb", "2026-11-25T00:00:00Z")));  // the same run again
  }
  const auto store = opened(path, Store::Open::existing);
  const auto runs = store.list();
  REQUIRE(runs);
  REQUIRE(runs->size() == 2);
  CHECK(runs->front().id == "20261125-bbbb");
  CHECK(runs->front().level_at_most == 2);
  CHECK_FALSE(runs->front().level_known);
  CHECK(runs->front().fails == 0);  // its only fail is waived
  CHECK(runs->front().unknowns == 1);
  CHECK_FALSE(runs->front().complete);
  CHECK(store.load("last")->id == "20261125-bbbb");
  CHECK(store.load("20261101")->id == "20261101-aaaa");
  CHECK(store.load("202611").error().code == ErrorCode::usage);
  CHECK(store.load("nothing").error().code == ErrorCode::usage);
  CHECK(store.load("").error().code == ErrorCode::usage);
  CHECK(store.load("%").error().code == ErrorCode::usage);
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0077U) == 0);
}

TEST_CASE("a file that is not ours is never written into", "[store]") {
  const Folder folder;
  CHECK(refusal(folder.file("none.db")) == ErrorCode::config);
  std::ofstream(folder.file("text.db"))
      << "a diary, not a database, and longer than any header of a database file could be: one hundred bytes at least.";
  CHECK(refusal(folder.file("text.db")) == ErrorCode::integrity);
  sql(folder.file("other.db"), "CREATE TABLE diary(day TEXT)");
  CHECK(refusal(folder.file("other.db")) == ErrorCode::integrity);
  CHECK(refusal(folder.path.string()) == ErrorCode::integrity);
  CHECK(refusal("postgresql://db.exemple.test/x") == ErrorCode::unsupported);
}

TEST_CASE("a damaged, altered or later store is an integrity error", "[store]") {
  const Folder folder;
  const auto path = folder.file("s.db");
  REQUIRE(opened(path).add(sample("20261101-aaaa", "2026-11-01T00:00:00Z")));
  SECTION("altered run") {
    sql(path, "UPDATE runs SET json = replace(json, 'RSSI', 'DSSI')");
    CHECK(opened(path).load("last").error().code == ErrorCode::integrity);
  }
  SECTION("later version") {
    sql(path, "PRAGMA user_version = 99");
    CHECK(refusal(path) == ErrorCode::integrity);
  }
  SECTION("damaged pages") {
    sql(path, "PRAGMA wal_checkpoint(TRUNCATE)");
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(4096, '\x5a');
    file.close();
    CHECK(refusal(path) == ErrorCode::integrity);
  }
  SECTION("cut short") {
    sql(path, "PRAGMA wal_checkpoint(TRUNCATE)");
    std::filesystem::resize_file(path, 5000);
    CHECK(refusal(path) == ErrorCode::integrity);
  }
}

TEST_CASE("a file is written whole, for its owner alone", "[store]") {
  const Folder folder;
  const auto path = folder.file("report.html");
  REQUIRE(core::write_file(path, "one"));
  REQUIRE(core::write_file(path, "two"));
  CHECK(*core::read_file(path, 100) == "two");
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  CHECK(core::write_file(folder.file("no/such/x"), "x").error().code == ErrorCode::storage);
  CHECK_FALSE(core::can_write_file(folder.file("no/such/x")));
  CHECK_FALSE(core::can_write_file(folder.path.string()));
  CHECK(core::can_write_file(path));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);  // no temporary left
}
