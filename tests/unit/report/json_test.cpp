// SPDX-License-Identifier: EUPL-1.2
#include "core/decide.hpp"
#include "core/schema.hpp"
#include "tests/unit/report/support.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace hygie;
using namespace hygie::test;
using Json = nlohmann::ordered_json;
using Names = std::vector<std::string>;

namespace {

std::string schema_errors(const std::string& text) {
  std::string all;
  for (const auto& error : core::validate_schema(nlohmann::json::parse(text), core::schema_text("report")))
    all += error.pointer + ": " + error.message + "\n";
  return all;
}

Names first_keys(const Json& node, std::size_t count) {
  Names keys;
  for (const auto& [key, value] : node.items())
    if (keys.size() < count) keys.push_back(key);
  return keys;
}

const Json& finding(const Json& report, std::string_view check) {
  for (const auto& one : report["findings"])
    if (one["check"] == check) return one;
  throw std::runtime_error("no finding " + std::string(check));
}

}  // namespace

TEST_CASE("The JSON report is valid against its schema", "[report]") {
  for (const auto language : both_languages)
    for (const auto& made : {hospital_run(), healthy_run(), large_run(2, 30)})
      CHECK(schema_errors(written("json", made, language)) == "");
}

TEST_CASE("The schema refuses what the contract does not allow", "[report]") {
  const auto good = nlohmann::json::parse(written("json", hospital_run()));
  const std::pair<const char*, const char*> mutations[] = {{"/schema", "\"hygie/report/2\""},
                                                           {"/run/started", "\"25/11/2026\""},
                                                           {"/run/snapshot_sha256", "\"abc\""},
                                                           {"/domains/0/level", "6"},
                                                           {"/domains/0/level", "\"1\""},
                                                           {"/domains/0/domain", "\"moon\""},
                                                           {"/domains/0/counts/fail", "-1"},
                                                           {"/findings/0/verdict", "\"ok\""},
                                                           {"/findings/0/severity", "\"info\""},
                                                           {"/findings/0/evidence_kind", "\"guessed\""},
                                                           {"/findings/0/fingerprint", "\"\""},
                                                           {"/findings/0/subjects/0/evidence", "[]"},
                                                           {"/findings/0/references/anssi", "\"vuln\""}};
  for (const auto& [pointer, value] : mutations) {
    auto bad = good;
    bad[nlohmann::json::json_pointer(pointer)] = nlohmann::json::parse(value);
    INFO(pointer << " = " << value);
    CHECK_FALSE(core::validate_schema(bad, core::schema_text("report")).empty());
  }
  for (const auto* key : {"schema", "tool", "establishment", "run", "domains", "findings"}) {
    auto bad = good;
    bad.erase(key);
    CHECK_FALSE(core::validate_schema(bad, core::schema_text("report")).empty());
  }
  for (const auto* key : {"check", "domain", "verdict", "waived", "severity", "level", "evidence_kind", "title", "risk",
                          "remediation", "subject_count", "subjects", "references", "fingerprint"}) {
    auto bad = good;
    bad["findings"][0].erase(key);
    CHECK_FALSE(core::validate_schema(bad, core::schema_text("report")).empty());
  }
}

TEST_CASE("Keys stand in the contract's order", "[report]") {
  const auto report = Json::parse(written("json", hospital_run()));
  CHECK(first_keys(report, 6) == Names{"schema", "tool", "establishment", "run", "domains", "findings"});
  CHECK(first_keys(report["run"], 5) == Names{"id", "started", "finished", "complete", "snapshot_sha256"});
  CHECK(first_keys(report["domains"][0], 4) == Names{"domain", "level", "counts", "gaps"});
  CHECK(first_keys(report["domains"][0]["counts"], 5) == Names{"fail", "pass", "unknown", "not_applicable", "waived"});
  CHECK(first_keys(report["findings"][0], 14) == Names{"check", "domain", "verdict", "waived", "severity", "level",
                                                       "evidence_kind", "title", "risk", "remediation", "subject_count",
                                                       "subjects", "references", "fingerprint"});
  CHECK(first_keys(report["findings"][0]["subjects"][0], 4) == Names{"id", "name", "message", "evidence"});
  CHECK(first_keys(report["findings"][0]["references"], 7) ==
        Names{"anssi", "pingcastle", "cis", "pgssis", "care", "attack", "ssh-audit"});
}

TEST_CASE("Times are UTC, the level null when unknown, with its ceiling", "[report]") {
  auto made = hospital_run();
  auto report = Json::parse(written("json", made));
  CHECK(report["run"]["started"] == "2026-11-25T04:00:00Z");
  CHECK(report["run"]["finished"] == "2026-11-25T04:03:12Z");
  CHECK(report["domains"][0]["level"] == 1);
  CHECK(report["domains"][1]["level"].is_null());
  CHECK(report["domains"][1]["level_at_most"].is_null());
  made.run.domains[0].level.reached.reset();
  made.run.domains[0].level.at_most = 3;
  report = Json::parse(written("json", made));
  CHECK(report["domains"][0]["level"].is_null());
  CHECK(report["domains"][0]["level_at_most"] == 3);
}

TEST_CASE("Waivers say who, why and until when; what is undecided stands apart", "[report]") {
  const auto report = Json::parse(written("json", hospital_run()));
  const auto& legacy = finding(report, "DIR-LEGACY-SYSTEMS");
  CHECK_FALSE(legacy["waived"].get<bool>());
  CHECK(legacy["subjects"][0]["waived_by"] == "Ingénieur biomédical");
  CHECK(legacy["subjects"][0]["waived_until"] == "2026-12-15");
  CHECK_FALSE(legacy["subjects"][1]["waived"].get<bool>());
  CHECK(finding(report, "DIR-PREWINDOWS2000")["waived"].get<bool>());
  const auto& inactive = finding(report, "DIR-PRIVILEGED-INACTIVE");
  CHECK(inactive["subject_count"] == 12);
  CHECK(inactive["undecided_subjects"].size() == 1);
  CHECK(finding(report, "WKS-SUPPLIER-CONTRACT")["evidence_kind"] == "declared");
  CHECK(report["waiver_notes"].size() == 3);
}

TEST_CASE("Fingerprints depend on check and object alone", "[report]") {
  const auto french = Json::parse(written("json", hospital_run(), core::Language::fr));
  const auto english = Json::parse(written("json", hospital_run(), core::Language::en));
  for (std::size_t i = 0; i < french["findings"].size(); ++i) {
    CHECK(french["findings"][i]["fingerprint"] == english["findings"][i]["fingerprint"]);
    for (std::size_t j = 0; j < french["findings"][i]["subjects"].size(); ++j) {
      const auto& subject = french["findings"][i]["subjects"][j];
      CHECK(subject["fingerprint"] == english["findings"][i]["subjects"][j]["fingerprint"]);
      CHECK(subject["fingerprint"] ==
            core::fingerprint(french["findings"][i]["check"].get<std::string>(), subject["id"].get<std::string>()));
    }
  }
}

TEST_CASE("Bytes that are not UTF-8 are replaced, never an exception", "[report]") {
  for (const std::string bytes : {"\xFF\xFE", "caf\xE9", "\xC3", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
    const auto text = written("json", hostile_run(bytes));
    CHECK_NOTHROW(nlohmann::json::parse(text));
    CHECK(text.find("\xEF\xBF\xBD") != std::string::npos);
  }
}
