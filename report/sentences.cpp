// SPDX-License-Identifier: EUPL-1.2
#include "report/sentences.hpp"

#include "report/words.hpp"

namespace hygie::report {

using core::Verdict;

std::string_view severity_word(core::Severity severity, core::Language language) {
  return word(fmt::format("severity.{}", core::to_string(severity)), language);
}

std::string severity_phrase(core::Severity severity, core::Language language) {
  return phrase("severity.of", language, severity_word(severity, language));
}

std::string level_headline(const ReportModel& model, const DomainSummary& domain) {
  if (!domain.has_level()) return {};
  const auto& level = domain.domain->level;
  return level.reached ? phrase("level.of", model.language, *level.reached)
                       : phrase("level.unknown", model.language, level.at_most);
}

namespace {
/// The word of that domain when it has one of its own.
std::string_view domain_word(const ReportModel& model, const DomainSummary& domain, std::string_view key) {
  const auto own = fmt::format("{}.{}", domain.domain->domain, key);
  return word(has_word(own) ? std::string_view(own) : key, model.language);
}
}  // namespace

std::string level_scale(const ReportModel& model, const DomainSummary& domain) {
  return std::string(domain_word(model, domain, "level.public"));
}

std::string level_verdict(const ReportModel& model, const DomainSummary& domain) {
  if (!domain.has_level()) return std::string(word("level.none", model.language));
  const auto& level = domain.domain->level;
  if (level.reached) return std::string(domain_word(model, domain, fmt::format("level.{}", *level.reached)));
  if (level.at_most == 1) return std::string(word("level.at_most.1", model.language));
  return phrase("level.at_most.more", model.language, level.at_most);
}

std::string level_why_unknown(const ReportModel& model, const DomainSummary& domain) {
  const auto& level = domain.domain->level;
  if (!domain.has_level() || level.reached) return {};
  if (level.points_decided == level.points_total) return std::string(word("level.why.objects", model.language));
  return phrase("level.why.points", model.language, level.points_decided, level.points_total);
}

std::string accepted_level_sentence(const ReportModel& model, const DomainSummary& domain) {
  const auto& accepted = domain.domain->level_with_waivers;
  if (!domain.has_level() || !accepted.reached || accepted.at_most == domain.domain->level.at_most) return {};
  return phrase("level.waivers", model.language, *accepted.reached);
}

std::string level_change(const Action& action) {
  if (action.level_after == 0) return "–";
  if (action.level_after == action.level_before) return std::to_string(action.level_after);
  return fmt::format("{} → {}", action.level_before, action.level_after);
}

std::string step_sentence(const ReportModel& model, const LevelStep& step) {
  const auto key = fmt::format("step{}.{}", step.sure ? "" : ".at_most", step.checks.size() == 1 ? "one" : "many");
  auto sentence = phrase(key, model.language, step.from, step.to, step.checks.size());
  if (step.accepted > 0) sentence += " " + counted("step.accepted", step.accepted, model.language);
  return sentence;
}

std::string counts_sentence(const ReportModel& model, const Summary& summary) {
  const auto count = [&](Verdict verdict) { return summary.counts.at(static_cast<std::size_t>(verdict)); };
  std::string out = counted("counts.fail", count(Verdict::fail), model.language);
  std::string detail;
  for (int severity = 3; severity >= 0; --severity) {
    const auto number = summary.fails_by_severity.at(static_cast<std::size_t>(severity));
    if (number == 0) continue;
    const auto name = severity_word(static_cast<core::Severity>(severity), model.language);
    detail += (detail.empty() ? "" : ", ") + phrase("severity.count", model.language, name, number);
  }
  if (!detail.empty()) out += phrase("severity.counts", model.language, detail);
  out += ", " + counted("counts.pass", count(Verdict::pass), model.language);
  const std::pair<std::string_view, std::size_t> rest[] = {{"counts.unknown", count(Verdict::unknown)},
                                                           {"counts.waived", summary.waived},
                                                           {"counts.not_applicable", count(Verdict::not_applicable)}};
  for (const auto& [key, number] : rest)
    if (number > 0) out += ", " + counted(key, number, model.language);
  return out;
}

std::string rank_sentence(const ReportModel& model, const Action& action) {
  auto out = severity_phrase(action.check.result->severity, model.language);
  if (action.holds != 0) out += ", " + phrase("level.holds", model.language, action.holds);
  return out + ", " + counted("objects", action.subjects, model.language);
}

std::vector<std::string> finding_facts(const ReportModel& model, const CheckView& check) {
  const auto& result = *check.result;
  std::vector<std::string> facts{severity_phrase(result.severity, model.language)};
  if (result.verdict == Verdict::fail && check.info != nullptr && check.info->decides_level() && result.level < 5)
    facts.push_back(phrase("level.holds", model.language, result.level));
  facts.push_back(counted("objects", subjects_of(result).size(), model.language));
  if (const auto waived = waived_count(result); waived > 0)
    facts.push_back(counted("accepted.objects", waived, model.language));
  if (const auto fresh = new_count(model, result); fresh > 0) facts.push_back(counted("new", fresh, model.language));
  if (check.declared) facts.emplace_back(word("finding.declared", model.language));
  return facts;
}

std::string identity(const ReportModel& model) {
  const auto& place = model.run.establishment;
  if (!place.finess.empty() && place.finess != "none") return phrase("finess", model.language, place.finess);
  return place.local_id.empty() ? std::string() : phrase("local_id", model.language, place.local_id);
}

std::string waiver_sentence(const ReportModel& model, const core::Subject& subject) {
  if (!subject.waived) return {};
  const auto until = subject.waived_until ? people_day(*subject.waived_until, model.language) : std::string("?");
  return phrase("waiver.line", model.language, subject.waived_by, until, subject.waived_reason);
}

std::string note_sentence(const ReportModel& model, const core::WaiverNote& note) {
  using Kind = core::WaiverNote::Kind;
  const auto& waiver = note.waiver;
  const auto key = note.kind == Kind::expired  ? "waiver.expired"
                   : note.kind == Kind::unused ? "waiver.unused"
                                               : "waiver.ending";
  const std::string object(waiver.object.empty() ? word("waiver.all", model.language)
                                                 : std::string_view(waiver.object));
  return phrase("waiver.note.line", model.language, waiver.check, object, people_day(waiver.until, model.language),
                word(key, model.language), waiver.where);
}

std::vector<std::pair<std::string, std::string>> annex_rows(const ReportModel& model) {
  const auto language = model.language;
  const auto& run = model.run;
  const auto& place = run.establishment;
  std::vector<std::pair<std::string, std::string>> rows;
  const auto add = [&](std::string_view key, std::string value) {
    if (!value.empty()) rows.emplace_back(word(key, language), std::move(value));
  };
  const auto id = identity(model);
  add("annex.establishment", place.name + (id.empty() ? "" : " (" + id + ")"));
  add("annex.category", place.category);
  add("annex.group", place.group);
  add("annex.region", place.region);
  for (const auto& domain : run.domains)
    for (const auto& [name, value] : domain.scope)
      rows.emplace_back(domain_name(model, domain.domain) + ", " + named("scope", name, language),
                        named("scope.value", value, language));
  add("annex.tool", fmt::format("hygie {}", model.tool_version));
  add("annex.id", run.id);
  add("annex.started", people_time(run.started, language));
  add("annex.finished", people_time(run.finished, language));
  add("annex.complete", std::string(word(run.complete ? "yes" : "no", language)));
  add("annex.snapshot", run.snapshot_sha256);
  add("annex.baseline", run.baseline);
  return rows;
}

}  // namespace hygie::report
