// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/model.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The run as people read it. Strings are as they came: each writer escapes for its sink.
namespace hygie::report {

/// A check with the catalogue's texts in the report's language; the id stands for the title of a check that the
/// catalogue does not know.
struct CheckView {
  const core::CheckResult* result;
  const core::CheckInfo* info;  // null when the catalogue does not have it
  std::string_view title;
  std::string_view risk;
  std::string_view remediation;
  std::string_view theme;  // "none" without one
  bool declared = false;
};

using SubjectList = std::vector<const core::Subject*>;

[[nodiscard]] CheckView view_of(const ReportModel& model, const core::CheckResult& result);
/// Every check of that verdict, in the run's order.
[[nodiscard]] std::vector<CheckView> views_of(const ReportModel& model, core::Verdict verdict);

/// What a check is about: its subjects that have the check's own verdict. All formats list and count these.
[[nodiscard]] SubjectList subjects_of(const core::CheckResult& result);
/// Objects that could not be judged in a check that failed on others.
[[nodiscard]] SubjectList unread_of(const core::CheckResult& result);
[[nodiscard]] std::size_t waived_count(const core::CheckResult& result);
/// Fails that the baseline did not have; 0 when the run was compared with none.
[[nodiscard]] std::size_t new_count(const ReportModel& model, const core::CheckResult& result);

/// What people call the object: its name, else what identifies it; empty for a conclusion on the whole domain.
[[nodiscard]] std::string_view name_of(const core::Subject& subject);
/// The catalogue's sentence for the subject's verdict, or its evidence as "name: value" when there is none.
[[nodiscard]] std::string message_of(const ReportModel& model, const CheckView& check, const core::Subject& subject);

/// The message with the object's name before it, unless the message says it.
[[nodiscard]] std::string subject_line(const ReportModel& model, const CheckView& check, const core::Subject& subject);
/// Reference lists that have something, with their printed names: "ANSSI, points de contrôle" and its ids.
[[nodiscard]] std::vector<std::pair<std::string, const std::vector<std::string>*>> references_of(
    const ReportModel& model, const CheckView& check);

/// "directory" -> "Annuaire".
[[nodiscard]] std::string domain_name(const ReportModel& model, std::string_view domain);

[[nodiscard]] std::string iso_time(core::Instant at);
[[nodiscard]] std::string iso_day(std::chrono::sys_days day);
/// 25/11/2026 à 04:00 UTC; 2026-11-25, 04:00 UTC.
[[nodiscard]] std::string people_time(core::Instant at, core::Language language);
[[nodiscard]] std::string people_day(std::chrono::sys_days day, core::Language language);

}  // namespace hygie::report
