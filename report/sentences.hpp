// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/summary.hpp"

#include <string>
#include <vector>

/// The summary in whole sentences, the same in every format for people.
namespace hygie::report {

[[nodiscard]] std::string_view severity_word(core::Severity severity, core::Language language);
/// "gravité critique", "critical severity".
[[nodiscard]] std::string severity_phrase(core::Severity severity, core::Language language);
/// "Niveau 2 sur 5", "Niveau inconnu, au plus 2"; empty when the domain has no level.
[[nodiscard]] std::string level_headline(const ReportModel& model, const DomainSummary& domain);
/// By whose list the level is: "selon la liste publique" for the directory, "selon les contrôles de hygie" elsewhere.
[[nodiscard]] std::string level_scale(const ReportModel& model, const DomainSummary& domain);
/// What the level means for somebody who runs the place.
[[nodiscard]] std::string level_verdict(const ReportModel& model, const DomainSummary& domain);
/// Why the level is unknown; empty when it is known.
[[nodiscard]] std::string level_why_unknown(const ReportModel& model, const DomainSummary& domain);
/// What the level would be without the accepted weaknesses; empty when that changes nothing.
[[nodiscard]] std::string accepted_level_sentence(const ReportModel& model, const DomainSummary& domain);
/// "1 → 2", "1" when the line alone does not change what is allowed, "–" when it decides no level.
[[nodiscard]] std::string level_change(const Action& action);
/// "Corriger les 3 points qui retiennent au niveau 1 fait passer au niveau 2." with what is accepted among them.
[[nodiscard]] std::string step_sentence(const ReportModel& model, const LevelStep& step);
/// "3 non conformes, 40 conformes, 2 inconnus": what is zero is left out, fails and passes excepted.
[[nodiscard]] std::string counts_sentence(const ReportModel& model, const Summary& summary);
/// "critique, retient le niveau 1, 12 objets": why a line of the plan stands where it does.
[[nodiscard]] std::string rank_sentence(const ReportModel& model, const Action& action);
/// The finding's severity, evidence kind, number of objects, accepted and new ones, in words.
[[nodiscard]] std::vector<std::string> finding_facts(const ReportModel& model, const CheckView& check);
/// "CH Exemple (FINESS 750000002)" without the name.
[[nodiscard]] std::string identity(const ReportModel& model);
/// "accepté par RSSI, jusqu'au 31/12/2026 : motif"; empty for a subject that is not waived.
[[nodiscard]] std::string waiver_sentence(const ReportModel& model, const core::Subject& subject);
/// "DIR-X (tous les objets), jusqu'au 13/11/2026 : expirée, ... (waivers.yaml:15:5)".
[[nodiscard]] std::string note_sentence(const ReportModel& model, const core::WaiverNote& note);
/// What was read, by what, when: name and value.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> annex_rows(const ReportModel& model);

}  // namespace hygie::report
