// SPDX-License-Identifier: EUPL-1.2
#include "report/writers/json.hpp"
#include "core/utf8.hpp"

#include "core/decide.hpp"
#include "report/summary.hpp"
#include "report/unicode.hpp"

#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

namespace hygie::report {
namespace {

using Json = nlohmann::ordered_json;
using core::Verdict;

constexpr std::string_view reference_names[] = {"anssi", "pingcastle", "cis", "pgssis", "care", "attack", "ssh-audit"};

Json establishment_of(const core::Establishment& place) {
  return {{"name", place.name},   {"finess", place.finess}, {"local_id", place.local_id}, {"category", place.category},
          {"group", place.group}, {"region", place.region}, {"nis2", place.nis2},         {"ose", place.ose}};
}

Json run_of(const core::Run& run) {
  Json node = {{"id", run.id},
               {"started", iso_time(run.started)},
               {"finished", iso_time(run.finished)},
               {"complete", run.complete},
               {"snapshot_sha256", run.snapshot_sha256}};
  node["baseline"] = run.baseline.empty() ? Json(nullptr) : Json(run.baseline);
  return node;
}

Json level_or_null(const core::LevelResult& level) { return level.reached ? Json(*level.reached) : Json(nullptr); }

Json domain_of(const core::DomainResult& domain) {
  const auto count = [&](Verdict verdict) { return domain.counts.at(static_cast<std::size_t>(verdict)); };
  Json node = {{"domain", domain.domain}, {"level", level_or_null(domain.level)}};
  node["counts"] = {{"fail", count(Verdict::fail)},
                    {"pass", count(Verdict::pass)},
                    {"unknown", count(Verdict::unknown)},
                    {"not_applicable", count(Verdict::not_applicable)},
                    {"waived", domain.waived}};
  node["gaps"] = Json::array();
  for (const auto& gap : domain.gaps) node["gaps"].push_back({{"what", gap.what}, {"why", gap.why}});
  node["level_at_most"] = domain.level.points_total > 0 ? Json(domain.level.at_most) : Json(nullptr);
  node["level_with_waivers"] = level_or_null(domain.level_with_waivers);
  node["points"] = {{"decided", domain.level.points_decided}, {"total", domain.level.points_total}};
  node["scope"] = Json::array();
  for (const auto& [name, value] : domain.scope) node["scope"].push_back({{"name", name}, {"value", value}});
  return node;
}

Json subject_of(const ReportModel& model, const CheckView& check, const core::Subject& subject) {
  Json node = {{"id", subject.finding.object},
               {"name", name_of(subject)},
               {"message", message_of(model, check, subject)},
               {"evidence", Json::object()}};
  for (const auto& [name, value] : subject.finding.evidence) node["evidence"][name] = value;
  if (subject.finding.level != 0) node["level"] = subject.finding.level;
  node["fingerprint"] = core::fingerprint(check.result->check, subject.finding.object);
  node["waived"] = subject.waived;
  if (subject.waived) {
    node["waived_by"] = subject.waived_by;
    node["waived_reason"] = subject.waived_reason;
    node["waived_until"] = subject.waived_until ? Json(iso_day(*subject.waived_until)) : Json(nullptr);
  }
  if (!model.run.baseline.empty()) node["known"] = subject.known;
  return node;
}

Json subjects_json(const ReportModel& model, const CheckView& check, const SubjectList& subjects) {
  Json list = Json::array();
  for (const auto* subject : subjects) list.push_back(subject_of(model, check, *subject));
  return list;
}

Json references_json(const CheckView& check) {
  Json node = Json::object();
  for (const auto name : reference_names) node[std::string(name)] = Json::array();
  if (check.info == nullptr) return node;
  for (const auto& [name, ids] : check.info->references) node[name] = ids;
  return node;
}

Json finding_of(const ReportModel& model, const CheckView& check) {
  const auto& result = *check.result;
  const auto subjects = subjects_of(result);
  Json node = {{"check", result.check},
               {"domain", result.domain},
               {"verdict", core::to_string(result.verdict)},
               {"waived", result.waived},
               {"severity", core::to_string(result.severity)},
               {"level", result.level},
               {"evidence_kind", check.declared ? "declared" : "measured"},
               {"title", check.title},
               {"risk", check.risk},
               {"remediation", check.remediation},
               {"subject_count", subjects.size()}};
  node["subjects"] = subjects_json(model, check, subjects);
  node["references"] = references_json(check);
  node["fingerprint"] = result.fingerprint;
  node["theme"] = check.info == nullptr ? Json(nullptr) : Json(check.theme);
  if (const auto unread = unread_of(result); !unread.empty())
    node["undecided_subjects"] = subjects_json(model, check, unread);
  return node;
}

Json action_of(const Action& action) {
  return {{"check", action.check.result->check},
          {"open_subjects", action.subjects},
          {"holds_level", action.holds == 0 ? Json(nullptr) : Json(action.holds)},
          {"level_allowed_after", action.level_after == 0 ? Json(nullptr) : Json(action.level_after)}};
}

std::string_view kind_of(const core::WaiverNote& note) {
  using Kind = core::WaiverNote::Kind;
  return note.kind == Kind::expired ? "expired" : note.kind == Kind::unused ? "unused" : "ending";
}

Json note_of(const core::WaiverNote& note) {
  const auto& waiver = note.waiver;
  return {{"kind", kind_of(note)},   {"check", waiver.check},          {"object", waiver.object}, {"by", waiver.by},
          {"reason", waiver.reason}, {"until", iso_day(waiver.until)}, {"where", waiver.where}};
}

/// Valid JSON stays valid, and a report read on a terminal neither drives it nor reads reversed: such characters become
/// escapes.
std::string escape_deceiving(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const char32_t character = core::next_character(text, at);
    if (character < 0x7F || !deceives(character)) {
      out.append(text, start, at - start);
    } else if (character < 0x10000) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(character));
    } else {
      const auto rest = static_cast<unsigned>(character) - 0x10000U;
      fmt::format_to(std::back_inserter(out), "\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
    }
  }
  return out;
}

}  // namespace

void write_json(const ReportModel& model, std::ostream& out) {
  Json report = {{"schema", "hygie/report/1"},
                 {"tool", {{"name", "hygie"}, {"version", model.tool_version}}},
                 {"establishment", establishment_of(model.run.establishment)},
                 {"run", run_of(model.run)},
                 {"domains", Json::array()},
                 {"findings", Json::array()}};
  for (const auto& domain : model.run.domains) report["domains"].push_back(domain_of(domain));
  for (const auto& result : model.run.results) report["findings"].push_back(finding_of(model, view_of(model, result)));
  report["action_plan"] = Json::array();
  for (const auto& action : summarise(model).actions) report["action_plan"].push_back(action_of(action));
  report["waiver_notes"] = Json::array();
  for (const auto& note : model.run.waiver_notes) report["waiver_notes"].push_back(note_of(note));
  report["language"] = model.language == core::Language::fr ? "fr" : "en";
  out << escape_deceiving(report.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
}

}  // namespace hygie::report
