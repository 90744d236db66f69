// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/judge.hpp"

#include "audits/directory/registry.hpp"
#include "audits/directory/snapshot.hpp"
#include "core/calendar.hpp"
#include "core/store/run_json.hpp"
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

namespace {

const core::Catalogue& catalogue() {
  static const auto parsed = directory::catalogue();
  return *parsed;
}

void add(cli::Reading& reading, directory::DirectoryFacts facts, const std::string& name = "hopital.test") {
  facts.origin.name = name;
  directory::derive(facts);
  reading.snapshots.push_back(directory::write_snapshot(facts));
  reading.facts.push_back(std::move(facts));
}

directory::DirectoryFacts with_old_key() {
  auto facts = test::healthy_directory();
  test::account(facts, "krbtgt").password_set = facts.collected_at - std::chrono::days{400};
  return facts;
}

struct Setting {
  cli::AuditRequest request;
  core::Declaration declaration;
  std::vector<core::Waiver> waivers;
  std::set<std::string, std::less<>> baseline;
  bool interrupted = false;

  core::Run judge(const cli::Reading& reading) {
    const auto at =
        reading.facts.empty() ? *core::parse_instant("2026-11-25T00:00:00Z") : reading.facts.front().collected_at;
    return cli::judge(reading, {.request = request,
                                .declaration = declaration,
                                .catalogue = catalogue(),
                                .waivers = waivers,
                                .baseline = {},
                                .baseline_fails = baseline,
                                .started = at,
                                .finished = at,
                                .interrupted = interrupted});
  }
};

const core::CheckResult& result(const core::Run& run, std::string_view check) {
  const auto found =
      std::find_if(run.results.begin(), run.results.end(), [&](const auto& one) { return one.check == check; });
  REQUIRE(found != run.results.end());
  return *found;
}

}  // namespace

TEST_CASE("a healthy directory is complete and fails nothing", "[judge]") {
  cli::Reading reading;
  add(reading, test::healthy_directory());
  Setting setting;
  const auto run = setting.judge(reading);
  CHECK(run.complete);
  REQUIRE(run.domains.size() == 1);
  CHECK(run.domains[0].counts[static_cast<std::size_t>(Verdict::fail)] == 0);
  CHECK(run.results.size() == directory::registry().size());
  CHECK(run.snapshot_sha256.size() == 64);
  CHECK(run.domains[0].level.reached);
}

TEST_CASE("the same facts give the same run, other facts another", "[judge]") {
  cli::Reading one, two, three;
  add(one, test::healthy_directory());
  add(two, test::healthy_directory());
  add(three, with_old_key());
  Setting setting;
  CHECK(core::run_to_json(setting.judge(one)) == core::run_to_json(setting.judge(two)));
  CHECK(setting.judge(one).id != setting.judge(three).id);
}

TEST_CASE("of several directories the weakest makes the level", "[judge]") {
  cli::Reading reading;
  add(reading, test::healthy_directory(), "a.test");
  add(reading, with_old_key(), "b.test");
  Setting setting;
  const auto run = setting.judge(reading);
  CHECK(result(run, "DIR-KRBTGT-AGE").verdict == Verdict::fail);
  CHECK(run.domains[0].level.at_most == 2);
}

TEST_CASE("a directory that could not be read answers unknown to every check", "[judge]") {
  cli::Reading reading;
  reading.lost.push_back({"perdu.test", {core::ErrorCode::network, "no answer", {}, {}}});
  Setting setting;
  const auto run = setting.judge(reading);
  CHECK_FALSE(run.complete);
  CHECK_FALSE(run.domains[0].level.reached);
  REQUIRE(run.domains[0].gaps.size() == 1);
  CHECK(run.domains[0].gaps[0].what == "perdu.test");
  for (const auto& one : run.results) CHECK(one.verdict == Verdict::unknown);
}

TEST_CASE("a gap makes the run incomplete, whatever was found", "[judge]") {
  auto facts = with_old_key();
  test::lose(facts, directory::Part::deleted);
  cli::Reading reading;
  add(reading, std::move(facts));
  Setting setting;
  CHECK_FALSE(setting.judge(reading).complete);
}

TEST_CASE("an interruption is a gap", "[judge]") {
  cli::Reading reading;
  add(reading, test::healthy_directory());
  Setting setting;
  setting.interrupted = true;
  CHECK_FALSE(setting.judge(reading).complete);
}

TEST_CASE("a waiver marks, and a chosen few checks reach no level", "[judge]") {
  cli::Reading reading;
  add(reading, with_old_key());
  Setting setting;
  setting.waivers.push_back({.check = "DIR-KRBTGT-AGE",
                             .object = {},
                             .by = "RSSI",
                             .reason = "next week",
                             .until = *core::parse_date("2099-01-01"),
                             .where = {}});
  setting.request.only = {"DIR-KRBTGT-AGE"};
  const auto run = setting.judge(reading);
  REQUIRE(run.results.size() == 1);
  CHECK(run.results[0].waived);
  CHECK(run.domains[0].waived == 1);
  CHECK(run.domains[0].counts[static_cast<std::size_t>(Verdict::fail)] == 0);
  CHECK_FALSE(run.domains[0].level.reached);
}

TEST_CASE("thresholds of the declaration decide", "[judge]") {
  cli::Reading reading;
  add(reading, with_old_key());
  Setting setting;
  setting.declaration.thresholds["DIR-KRBTGT-AGE"]["max_age_days"] = std::int64_t{500};
  CHECK(result(setting.judge(reading), "DIR-KRBTGT-AGE").verdict == Verdict::pass);
}

TEST_CASE("what the baseline knew is marked", "[judge]") {
  cli::Reading reading;
  add(reading, with_old_key());
  Setting setting;
  setting.baseline = cli::fails_of(setting.judge(reading));
  REQUIRE(setting.baseline.size() == 1);
  CHECK(result(setting.judge(reading), "DIR-KRBTGT-AGE").subjects[0].known);
}
