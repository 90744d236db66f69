// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/resume.hpp"

#include "audits/exposure/snapshot.hpp"
#include "core/calendar.hpp"

#include <sys/stat.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace hygie;
using namespace std::chrono_literals;
using cli::UnfinishedRuns;
using core::ErrorCode;

namespace {

namespace fs = std::filesystem;
const auto now = *core::parse_instant("2026-11-25T12:00:00Z");

/// A store and what is beside it, gone with the test.
struct Place {
  Place() = default;
  ~Place() { fs::remove_all(folder); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  [[nodiscard]] std::string db() const { return (folder / "hygie.db").string(); }
  void add(const std::string& id, const char* started, bool complete, const std::string& domain = "exposure") {
    core::Run run;
    run.id = id;
    run.started = run.finished = *core::parse_instant(started);
    run.complete = complete;
    run.domains.emplace_back().domain = domain;
    REQUIRE(store.add(run));
  }
  static fs::path made() {
    std::string pattern = (fs::temp_directory_path() / "hygie-resume-XXXXXX").string();
    return ::mkdtemp(pattern.data());
  }
  fs::path folder = made();
  core::Store store = core::Store::open(db(), core::Store::Open::create).value();
  UnfinishedRuns unfinished{db()};
};

exposure::ExposureFacts stopped_facts() {
  exposure::ExposureFacts facts;
  facts.origin.establishment = "CH Exemple";
  facts.origin.scope_sha256 = "scope";
  facts.origin.started = now - 1h;
  facts.unfinished.establishment = "750000002";
  facts.unfinished.asked_sha256 = "asked";
  return facts;
}

const cli::AskedNow wanted{"CH Exemple", "750000002", "scope", "asked"};

core::Status judged(const exposure::ExposureFacts& facts, const cli::AskedNow& asked = wanted) {
  return cli::may_resume({"20261125-0123456789ab", facts}, asked, now);
}

ErrorCode refused(const Place& place, std::string_view name) {
  const auto chosen = cli::choose_unfinished(name, place.store, place.unfinished);
  REQUIRE_FALSE(chosen);
  return chosen.error().code;
}

}  // namespace

TEST_CASE("a stopped audit of the same things is taken up for seven days", "[resume]") {
  auto facts = stopped_facts();
  CHECK(judged(facts));
  facts.origin.started = now - 7 * 24h;
  CHECK(judged(facts));
  facts.origin.started -= 1s;
  CHECK(judged(facts).error().code == ErrorCode::usage);
  facts.origin.started = now;
  CHECK(judged(facts));
  facts.origin.started = now + 1s;  // the clock was set back
  CHECK_FALSE(judged(facts));
}

TEST_CASE("another establishment, scope or section is another audit", "[resume]") {
  const auto facts = stopped_facts();
  CHECK(judged(facts, {"CH Autre", "750000002", "scope", "asked"}).error().code == ErrorCode::config);
  CHECK_FALSE(judged(facts, {"CH Exemple", "750000003", "scope", "asked"}));
  CHECK_FALSE(judged(facts, {"CH Exemple", "750000002", "other", "asked"}));
  CHECK_FALSE(judged(facts, {"CH Exemple", "750000002", "scope", "other"}));
  auto older = facts;
  older.unfinished = {};  // from before it was written down
  CHECK_FALSE(judged(older, {"CH Exemple", "", "scope", ""}));
}

TEST_CASE("a run is named as everywhere, and must have something left", "[resume]") {
  Place place;
  CHECK(refused(place, "last") == ErrorCode::usage);
  place.add("20261101-aaaaaaaaaaaa", "2026-11-01T00:00:00Z", true);
  place.add("20261102-aaaaaaaaaaaa", "2026-11-02T00:00:00Z", false);
  place.add("20261103-aaaaaaaaaaaa", "2026-11-03T00:00:00Z", false, "directory");
  place.add("20261104-aaaaaaaaaaaa", "2026-11-04T00:00:00Z", false);
  REQUIRE(place.unfinished.prepare(now));
  REQUIRE(place.unfinished.keep("20261104-aaaaaaaaaaaa", stopped_facts()));
  CHECK(refused(place, "20261101") == ErrorCode::usage);  // whole
  CHECK(refused(place, "20261102") == ErrorCode::usage);  // not stopped, or taken up since
  CHECK(refused(place, "20261103") == ErrorCode::usage);  // of another domain
  CHECK(refused(place, "2026") == ErrorCode::usage);      // several
  CHECK(refused(place, "x") == ErrorCode::usage);
  CHECK(refused(place, "") == ErrorCode::usage);
  CHECK(cli::choose_unfinished("20261104", place.store, place.unfinished).value() == "20261104-aaaaaaaaaaaa");
  CHECK(cli::choose_unfinished("last", place.store, place.unfinished).value() == "20261104-aaaaaaaaaaaa");
  // cut off with its machine: in no store, and the last one all the same
  place.unfinished.remove("20261104-aaaaaaaaaaaa");
  REQUIRE(place.unfinished.prepare(now));
  REQUIRE(place.unfinished.keep("20261105-bbbbbbbbbbbb", stopped_facts()));
  CHECK(cli::choose_unfinished("last", place.store, place.unfinished).value() == "20261105-bbbbbbbbbbbb");
  CHECK(refused(place, "20261104") == ErrorCode::usage);
  place.add("20990101-aaaaaaaaaaaa", "2099-01-01T00:00:00Z", true);
  CHECK(refused(place, "last") == ErrorCode::usage);  // the last one is whole
}

TEST_CASE("what is written down is private, listed, renamed and removed", "[resume]") {
  Place place;
  CHECK(place.unfinished.list().empty());
  REQUIRE(place.unfinished.prepare(now));
  REQUIRE(place.unfinished.keep("20261125-0123456789ab", stopped_facts()));
  struct stat status {};
  const auto folder = place.db() + ".unfinished";
  REQUIRE(::stat(folder.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0700U);
  REQUIRE(::stat((folder + "/20261125-0123456789ab.snapshot").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  std::ofstream(folder + "/journal.snapshot") << "not ours";
  std::ofstream(folder + "/20261125-0123456789ab.snapshot.aBcDeF") << "half";  // killed while it wrote
  REQUIRE(place.unfinished.list().size() == 1);
  place.unfinished.rename("20261125-0123456789ab", "20261125-ffffffffffff");
  CHECK(place.unfinished.list().front().id == "20261125-ffffffffffff");
  CHECK(place.unfinished.load("20261125-ffffffffffff")->unfinished.asked_sha256 == "asked");
  CHECK_FALSE(place.unfinished.load("20261125-0123456789ab"));
  std::ofstream(folder + "/20261125-eeeeeeeeeeee.snapshot") << "HYGIEEXP and nothing";
  CHECK(place.unfinished.load("20261125-eeeeeeeeeeee").error().code == ErrorCode::integrity);
  place.unfinished.remove("20261125-ffffffffffff");
  place.unfinished.remove("20261125-eeeeeeeeeeee");
  CHECK(place.unfinished.list().empty());
  CHECK(fs::exists(folder + "/journal.snapshot"));
}

TEST_CASE("what is too old to be taken up is removed by the next audit", "[resume]") {
  Place place;
  REQUIRE(place.unfinished.prepare(now));
  REQUIRE(place.unfinished.keep("20261125-0123456789ab", stopped_facts()));
  const auto written = place.unfinished.list().front().written;
  const auto half = place.db() + ".unfinished/20261125-0123456789ab.snapshot.aBcDeF";
  std::ofstream(half) << "half";
  REQUIRE(place.unfinished.prepare(written + 7 * 24h));
  CHECK(fs::exists(half));
  CHECK(place.unfinished.list().size() == 1);
  REQUIRE(place.unfinished.prepare(written + 7 * 24h + 3s));
  CHECK_FALSE(fs::exists(half));
  CHECK(place.unfinished.list().empty());
}

TEST_CASE("a place where nothing can be written is said before anything is sent", "[resume]") {
  Place place;
  std::ofstream(place.db() + ".unfinished") << "a file";
  CHECK(place.unfinished.prepare(now).error().code == ErrorCode::config);
}
