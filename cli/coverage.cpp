// SPDX-License-Identifier: EUPL-1.2
#include "cli/coverage.hpp"

#include "core/embedded.hpp"
#include "core/i18n.hpp"
#include "core/yaml.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace hygie::cli {
namespace {

HYGIE_EMBEDDED(anssi_points)
HYGIE_EMBEDDED(pingcastle_rules)

using core::tr;
using nlohmann::json;
using ByReference = std::map<std::string, std::vector<std::string>>;

/// Checks by the references of one kind that they carry.
ByReference by_reference(const core::Catalogue& catalogue, const char* kind, std::string_view prefix) {
  ByReference out;
  for (const auto& [id, info] : catalogue.checks())
    if (const auto found = info.references.find(kind); found != info.references.end())
      for (const auto& reference : found->second)
        if (reference.starts_with(prefix)) out[reference].push_back(id);
  return out;
}

std::string levels_of(const json& point) {
  std::string out;
  for (const auto& level : point.at("levels")) out += (out.empty() ? "" : ",") + level.dump();
  return out;
}

std::vector<CoveredPoint> matched(const json& entries, const ByReference& checks, std::vector<std::string>& unknown) {
  std::vector<CoveredPoint> out;
  std::set<std::string> known;
  for (const auto& entry : entries) {
    CoveredPoint point{.id = entry.at("id").get<std::string>(), .detail = {}, .title = {}, .checks = {}};
    point.detail = entry.contains("levels") ? levels_of(entry) : entry.at("reads").get<std::string>();
    if (entry.contains("fr")) point.title = {entry.at("fr").get<std::string>(), entry.at("en").get<std::string>()};
    if (const auto found = checks.find(point.id); found != checks.end()) point.checks = found->second;
    known.insert(point.id);
    out.push_back(std::move(point));
  }
  for (const auto& [reference, ids] : checks)
    if (!known.contains(reference)) unknown.push_back(reference);
  return out;
}

std::size_t covered(const std::vector<CoveredPoint>& points) {
  return static_cast<std::size_t>(
      std::count_if(points.begin(), points.end(), [](const CoveredPoint& one) { return !one.checks.empty(); }));
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string lines_of(const std::vector<CoveredPoint>& points, core::Language language) {
  std::string out;
  for (const auto& point : points) {
    out += fmt::format("  {} {:<46} {:<8} {}\n", point.checks.empty() ? "-" : "x", point.id, point.detail,
                       point.checks.empty() ? tr("not decided") : joined(point.checks));
    if (!point.title.en.empty()) out += "      " + point.title.in(language) + "\n";
  }
  return out;
}

json list_json(const std::vector<CoveredPoint>& points, const char* detail) {
  json out = json::array();
  for (const auto& point : points) out.push_back({{"id", point.id}, {detail, point.detail}, {"checks", point.checks}});
  return out;
}

}  // namespace

core::Result<Coverage> coverage_of(const core::Catalogue& catalogue) {
  const auto anssi = core::parse_yaml(anssi_points(), "data/anssi_points.yaml");
  if (!anssi) return tl::make_unexpected(anssi.error());
  const auto pingcastle = core::parse_yaml(pingcastle_rules(), "data/pingcastle_rules.yaml");
  if (!pingcastle) return tl::make_unexpected(pingcastle.error());
  Coverage out;
  out.anssi_source = anssi->value->at("source").get<std::string>();
  out.pingcastle_source = pingcastle->value->at("source").get<std::string>();
  out.anssi = matched(anssi->value->at("points"), by_reference(catalogue, "anssi", "vuln_"), out.unknown);
  out.pingcastle = matched(pingcastle->value->at("rules"), by_reference(catalogue, "pingcastle", ""), out.unknown);
  return out;
}

std::string coverage_text(const Coverage& coverage, core::Language language) {
  auto out = tr("ANSSI control points: {} of {} decided ({})", covered(coverage.anssi), coverage.anssi.size(),
                coverage.anssi_source) +
             "\n";
  out += lines_of(coverage.anssi, language);
  out += "\n" +
         tr("PingCastle rules: {} of {} decided ({})", covered(coverage.pingcastle), coverage.pingcastle.size(),
            coverage.pingcastle_source) +
         "\n";
  out += lines_of(coverage.pingcastle, language);
  return out;
}

std::string coverage_json(const Coverage& coverage) {
  return json{{"schema", "hygie/coverage/1"},
              {"anssi",
               {{"source", coverage.anssi_source},
                {"total", coverage.anssi.size()},
                {"decided", covered(coverage.anssi)},
                {"points", list_json(coverage.anssi, "levels")}}},
              {"pingcastle",
               {{"source", coverage.pingcastle_source},
                {"total", coverage.pingcastle.size()},
                {"decided", covered(coverage.pingcastle)},
                {"rules", list_json(coverage.pingcastle, "reads")}}}}
             .dump(2) +
         "\n";
}

}  // namespace hygie::cli
