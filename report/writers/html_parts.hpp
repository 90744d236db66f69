// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/summary.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <string>

/// The data that the HTML templates show. Strings are cleaned here, and escaped by the templates.
namespace hygie::report {

using Anchors =
    std::map<std::string, std::string, std::less<>>;  // check id -> fragment; ids of a saved run may hold anything

[[nodiscard]] Anchors anchors_of(const core::Run& run);
/// For finding.html.mustache.
[[nodiscard]] nlohmann::json finding_data(const ReportModel& model, const CheckView& check, const std::string& anchor,
                                          bool open);
/// Severity's class, sign and word: never a colour alone.
void add_severity(nlohmann::json& node, core::Severity severity, core::Language language);
[[nodiscard]] nlohmann::json ladder_data(const core::LevelResult& level);
[[nodiscard]] nlohmann::json charts_data(const ReportModel& model, const Summary& summary);
[[nodiscard]] nlohmann::json tally_data(const ReportModel& model, const Summary& summary);
/// One row for each check, acceptor, date and reason.
[[nodiscard]] nlohmann::json waived_data(const ReportModel& model, const Anchors& anchors);

}  // namespace hygie::report
