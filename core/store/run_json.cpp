// SPDX-License-Identifier: EUPL-1.2
#include "core/store/run_json.hpp"

#include "core/calendar.hpp"
#include "core/i18n.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace hygie::core {
namespace {

using nlohmann::json;

constexpr int format_version = 1;

/// Evidence and names come from directories: bytes that are not UTF-8 must not stop a run from being kept.
std::string dump(const json& node) { return node.dump(-1, ' ', false, json::error_handler_t::replace); }

json date(const std::optional<std::chrono::sys_days>& day) { return day ? json(format_date(*day)) : json(nullptr); }

std::chrono::sys_days date_of(const json& node) {
  if (const auto day = parse_date(node.get<std::string>())) return *day;
  throw std::invalid_argument("date");
}

Instant instant_of(const json& node) {
  if (const auto at = parse_instant(node.get<std::string>())) return *at;
  throw std::invalid_argument("instant");
}

Verdict verdict_of(const json& node) {
  for (const auto verdict : {Verdict::pass, Verdict::fail, Verdict::unknown, Verdict::not_applicable})
    if (node == to_string(verdict)) return verdict;
  throw std::invalid_argument("verdict");
}

Severity severity_of(const json& node) {
  if (const auto severity = parse_severity(node.get<std::string>())) return *severity;
  throw std::invalid_argument("severity");
}

json to_json(const Subject& subject) {
  return {{"verdict", to_string(subject.finding.verdict)},
          {"object", subject.finding.object},
          {"name", subject.finding.name},
          {"level", subject.finding.level},
          {"evidence", json(subject.finding.evidence)},
          {"waived", subject.waived},
          {"waived_by", subject.waived_by},
          {"waived_reason", subject.waived_reason},
          {"waived_until", date(subject.waived_until)},
          {"known", subject.known}};
}

Subject subject_of(const json& node) {
  Subject out;
  out.finding.verdict = verdict_of(node.at("verdict"));
  out.finding.object = node.at("object").get<std::string>();
  out.finding.name = node.at("name").get<std::string>();
  out.finding.level = node.at("level").get<int>();
  for (const auto& [name, value] : node.at("evidence").items())
    out.finding.evidence.emplace(name, value.get<std::string>());
  out.waived = node.at("waived").get<bool>();
  out.waived_by = node.at("waived_by").get<std::string>();
  out.waived_reason = node.at("waived_reason").get<std::string>();
  if (!node.at("waived_until").is_null()) out.waived_until = date_of(node["waived_until"]);
  out.known = node.at("known").get<bool>();
  return out;
}

json to_json(const CheckResult& result) {
  json subjects = json::array();
  for (const auto& subject : result.subjects) subjects.push_back(to_json(subject));
  return {{"check", result.check},
          {"domain", result.domain},
          {"verdict", to_string(result.verdict)},
          {"waived", result.waived},
          {"severity", to_string(result.severity)},
          {"level", result.level},
          {"fingerprint", result.fingerprint},
          {"subjects", std::move(subjects)}};
}

CheckResult result_of(const json& node) {
  CheckResult out;
  out.check = node.at("check").get<std::string>();
  out.domain = node.at("domain").get<std::string>();
  out.verdict = verdict_of(node.at("verdict"));
  out.waived = node.at("waived").get<bool>();
  out.severity = severity_of(node.at("severity"));
  out.level = node.at("level").get<int>();
  out.fingerprint = node.at("fingerprint").get<std::string>();
  for (const auto& subject : node.at("subjects")) out.subjects.push_back(subject_of(subject));
  return out;
}

json to_json(const LevelResult& level) {
  return {{"reached", level.reached ? json(*level.reached) : json(nullptr)},
          {"at_most", level.at_most},
          {"points_decided", level.points_decided},
          {"points_total", level.points_total}};
}

LevelResult level_of(const json& node) {
  LevelResult out;
  if (!node.at("reached").is_null()) out.reached = node["reached"].get<int>();
  out.at_most = node.at("at_most").get<int>();
  out.points_decided = node.at("points_decided").get<int>();
  out.points_total = node.at("points_total").get<int>();
  return out;
}

json to_json(const DomainResult& domain) {
  json gaps = json::array(), scope = json::array();
  for (const auto& gap : domain.gaps) gaps.push_back({{"what", gap.what}, {"why", gap.why}});
  for (const auto& [name, value] : domain.scope) scope.push_back({name, value});
  return {{"domain", domain.domain},
          {"level", to_json(domain.level)},
          {"level_with_waivers", to_json(domain.level_with_waivers)},
          {"counts", domain.counts},
          {"waived", domain.waived},
          {"gaps", std::move(gaps)},
          {"scope", std::move(scope)}};
}

DomainResult domain_of(const json& node) {
  DomainResult out;
  out.domain = node.at("domain").get<std::string>();
  out.level = level_of(node.at("level"));
  out.level_with_waivers = level_of(node.at("level_with_waivers"));
  out.counts = node.at("counts").get<std::array<int, 4>>();
  out.waived = node.at("waived").get<int>();
  for (const auto& gap : node.at("gaps"))
    out.gaps.push_back({gap.at("what").get<std::string>(), gap.at("why").get<std::string>()});
  for (const auto& pair : node.at("scope"))
    out.scope.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
  return out;
}

json to_json(const Establishment& one) {
  return {{"name", one.name},   {"finess", one.finess}, {"local_id", one.local_id}, {"category", one.category},
          {"group", one.group}, {"region", one.region}, {"nis2", one.nis2},         {"ose", one.ose}};
}

Establishment establishment_of(const json& node) {
  const auto text = [&](const char* key) { return node.at(key).get<std::string>(); };
  return {.name = text("name"),
          .finess = text("finess"),
          .local_id = text("local_id"),
          .category = text("category"),
          .group = text("group"),
          .region = text("region"),
          .nis2 = text("nis2"),
          .ose = node.at("ose").get<bool>()};
}

json to_json(const WaiverNote& note) {
  static constexpr std::array kinds{"expired", "unused", "ending"};
  return {{"kind", kinds.at(static_cast<std::size_t>(note.kind))},
          {"check", note.waiver.check},
          {"object", note.waiver.object},
          {"by", note.waiver.by},
          {"reason", note.waiver.reason},
          {"until", format_date(note.waiver.until)},
          {"where", note.waiver.where}};
}

WaiverNote note_of(const json& node) {
  using Kind = WaiverNote::Kind;
  const auto text = [&](const char* key) { return node.at(key).get<std::string>(); };
  const auto kind = text("kind");
  if (kind != "expired" && kind != "unused" && kind != "ending") throw std::invalid_argument("waiver note");
  return {kind == "expired"  ? Kind::expired
          : kind == "unused" ? Kind::unused
                             : Kind::ending,
          {.check = text("check"),
           .object = text("object"),
           .by = text("by"),
           .reason = text("reason"),
           .until = date_of(node.at("until")),
           .where = text("where")}};
}

Run run_of(const json& node) {
  if (node.at("version").get<int>() != format_version) throw std::invalid_argument("version");
  Run run;
  run.id = node.at("id").get<std::string>();
  run.started = instant_of(node.at("started"));
  run.finished = instant_of(node.at("finished"));
  run.complete = node.at("complete").get<bool>();
  run.snapshot_sha256 = node.at("snapshot_sha256").get<std::string>();
  run.establishment = establishment_of(node.at("establishment"));
  for (const auto& domain : node.at("domains")) run.domains.push_back(domain_of(domain));
  for (const auto& result : node.at("results")) run.results.push_back(result_of(result));
  for (const auto& note : node.at("waiver_notes")) run.waiver_notes.push_back(note_of(note));
  run.baseline = node.at("baseline").get<std::string>();
  return run;
}

}  // namespace

std::string run_to_json(const Run& run) {
  json domains = json::array(), results = json::array(), notes = json::array();
  for (const auto& domain : run.domains) domains.push_back(to_json(domain));
  for (const auto& result : run.results) results.push_back(to_json(result));
  for (const auto& note : run.waiver_notes) notes.push_back(to_json(note));
  return dump({{"version", format_version},
               {"id", run.id},
               {"started", format_instant(run.started)},
               {"finished", format_instant(run.finished)},
               {"complete", run.complete},
               {"snapshot_sha256", run.snapshot_sha256},
               {"establishment", to_json(run.establishment)},
               {"domains", std::move(domains)},
               {"results", std::move(results)},
               {"waiver_notes", std::move(notes)},
               {"baseline", run.baseline}});
}

Result<Run> run_from_json(std::string_view text) {
  try {
    return run_of(json::parse(text));
  } catch (const json::exception& error) {
    return failure(ErrorCode::integrity, tr("a stored run cannot be read: {}", error.what()));
  } catch (const std::invalid_argument& error) {
    return failure(ErrorCode::integrity, tr("a stored run cannot be read: {}", error.what()));
  }
}

}  // namespace hygie::core
