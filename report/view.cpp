// SPDX-License-Identifier: EUPL-1.2
#include "report/view.hpp"

#include "report/evidence.hpp"
#include "report/words.hpp"

#include <fmt/chrono.h>
#include <algorithm>

namespace hygie::report {
namespace {

SubjectList with_verdict(const core::CheckResult& result, core::Verdict verdict) {
  SubjectList list;
  for (const auto& subject : result.subjects)
    if (subject.finding.verdict == verdict) list.push_back(&subject);
  return list;
}

std::tm calendar(core::Instant at) { return fmt::gmtime(at.time_since_epoch().count()); }

}  // namespace

CheckView view_of(const ReportModel& model, const core::CheckResult& result) {
  const core::CheckInfo* info = model.catalogue.find(result.check);
  if (info == nullptr) return {&result, nullptr, result.check, {}, {}, "none"};
  const auto language = model.language;
  return {&result,
          info,
          info->title.in(language),
          info->risk.in(language),
          info->remediation.in(language),
          info->theme.empty() ? std::string_view("none") : info->theme,
          info->evidence_kind == core::EvidenceKind::declared};
}

std::vector<CheckView> views_of(const ReportModel& model, core::Verdict verdict) {
  std::vector<CheckView> views;
  for (const auto& result : model.run.results)
    if (result.verdict == verdict) views.push_back(view_of(model, result));
  return views;
}

SubjectList subjects_of(const core::CheckResult& result) { return with_verdict(result, result.verdict); }

SubjectList unread_of(const core::CheckResult& result) {
  return result.verdict == core::Verdict::unknown ? SubjectList{} : with_verdict(result, core::Verdict::unknown);
}

std::size_t waived_count(const core::CheckResult& result) {
  return static_cast<std::size_t>(
      std::count_if(result.subjects.begin(), result.subjects.end(), [](const auto& one) { return one.waived; }));
}

std::size_t new_count(const ReportModel& model, const core::CheckResult& result) {
  if (model.run.baseline.empty()) return 0;
  return static_cast<std::size_t>(std::count_if(result.subjects.begin(), result.subjects.end(), [](const auto& one) {
    return one.finding.verdict == core::Verdict::fail && !one.known;
  }));
}

std::string_view name_of(const core::Subject& subject) {
  return subject.finding.name.empty() ? subject.finding.object : subject.finding.name;
}

std::string message_of(const ReportModel& model, const CheckView& check, const core::Subject& subject) {
  const auto& finding = subject.finding;
  if (check.info != nullptr) {
    const auto text = check.info->message.find(finding.verdict);
    if (text != check.info->message.end())
      return core::render_message(text->second.in(model.language), name_of(subject),
                                  in_words(finding.evidence, model.language));
  }
  return told(finding, model.language);
}

std::string subject_line(const ReportModel& model, const CheckView& check, const core::Subject& subject) {
  auto message = message_of(model, check, subject);
  const auto name = name_of(subject);
  if (name.empty() || message.find(name) != std::string::npos) return message;
  if (message.empty()) return std::string(name);
  return std::string(name) + std::string(word("colon", model.language)) + message;
}

std::vector<std::pair<std::string, const std::vector<std::string>*>> references_of(const ReportModel& model,
                                                                                   const CheckView& check) {
  std::vector<std::pair<std::string, const std::vector<std::string>*>> lists;
  if (check.info == nullptr) return lists;
  for (const auto& [name, ids] : check.info->references)
    if (!ids.empty()) lists.emplace_back(named("references", name, model.language), &ids);
  return lists;
}

std::string domain_name(const ReportModel& model, std::string_view domain) {
  return named("domain", domain, model.language);
}

std::string iso_time(core::Instant at) { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", calendar(at)); }
std::string iso_day(std::chrono::sys_days day) { return fmt::format("{:%Y-%m-%d}", calendar(day)); }

std::string people_day(std::chrono::sys_days day, core::Language language) {
  return language == core::Language::fr ? fmt::format("{:%d/%m/%Y}", calendar(day)) : iso_day(day);
}

std::string people_time(core::Instant at, core::Language language) {
  const auto day = people_day(std::chrono::floor<std::chrono::days>(at), language);
  return fmt::format("{}{}{:%H:%M} UTC", day, language == core::Language::fr ? " à " : ", ", calendar(at));
}

}  // namespace hygie::report
