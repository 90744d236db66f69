// SPDX-License-Identifier: EUPL-1.2
#include "core/catalogue.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hygie::core {
namespace {

using nlohmann::json;

LocalText local_text(const json& node) { return {node.at("fr").get<std::string>(), node.at("en").get<std::string>()}; }

ParamInfo param_info(const json& node) {
  ParamInfo info;
  const auto type = node.at("type").get<std::string>();
  const json& fallback = node.at("default");
  if (type == "integer") info.fallback = fallback.get<std::int64_t>();
  if (type == "text") info.fallback = fallback.get<std::string>();
  if (type == "list") info.fallback = fallback.get<std::vector<std::string>>();
  if (node.contains("minimum")) info.minimum = node["minimum"].get<std::int64_t>();
  if (node.contains("maximum")) info.maximum = node["maximum"].get<std::int64_t>();
  if (node.contains("choices")) info.choices = node["choices"].get<std::vector<std::string>>();
  return info;
}

std::optional<Verdict> parse_verdict(std::string_view word) {
  for (const auto verdict : {Verdict::pass, Verdict::fail, Verdict::unknown, Verdict::not_applicable})
    if (word == to_string(verdict)) return verdict;
  return std::nullopt;
}

CheckInfo check_info(const json& node) {
  CheckInfo info;
  info.id = node.at("id").get<std::string>();
  info.domain = node.at("domain").get<std::string>();
  info.theme = node.at("theme").get<std::string>();
  info.severity = parse_severity(node.at("severity").get<std::string>()).value_or(Severity::medium);
  info.level = node.at("level").get<int>();
  if (node.value("evidence", "measured") == "declared") info.evidence_kind = EvidenceKind::declared;
  if (node.contains("params"))
    for (const auto& [name, value] : node["params"].items()) info.params.emplace(name, param_info(value));
  for (const auto& [name, value] : node.at("references").items())
    info.references.emplace(name, value.get<std::vector<std::string>>());
  info.title = local_text(node.at("title"));
  info.risk = local_text(node.at("risk"));
  info.remediation = local_text(node.at("remediation"));
  for (const auto& [name, value] : node.at("message").items())
    if (const auto verdict = parse_verdict(name)) info.message.emplace(*verdict, local_text(value));
  return info;
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass: return "pass";
    case Verdict::fail: return "fail";
    case Verdict::unknown: return "unknown";
    case Verdict::not_applicable: break;
  }
  return "not_applicable";
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::critical: return "critical";
    case Severity::high: return "high";
    case Severity::medium: return "medium";
    case Severity::low: break;
  }
  return "low";
}

std::string_view to_string(EvidenceKind kind) { return kind == EvidenceKind::measured ? "measured" : "declared"; }

std::optional<Severity> parse_severity(std::string_view word) {
  for (const auto severity : {Severity::low, Severity::medium, Severity::high, Severity::critical})
    if (word == to_string(severity)) return severity;
  return std::nullopt;
}

bool CheckInfo::decides_level() const {
  if (domain == "exposure" || domain == "remote-access") return level > 0;  // our own scale: every check counts
  const auto anssi = references.find("anssi");
  return anssi != references.end() && std::any_of(anssi->second.begin(), anssi->second.end(),
                                                  [](const std::string& point) { return point.starts_with("vuln_"); });
}

Params CheckInfo::default_params() const {
  Params defaults;
  for (const auto& [name, param] : params) defaults.set(name, param.fallback);
  return defaults;
}

Result<Catalogue> Catalogue::parse(std::string_view text) {
  try {
    Catalogue catalogue;
    for (const auto& node : json::parse(text)) {
      auto info = check_info(node);
      auto id = info.id;
      if (!catalogue.checks_.emplace(id, std::move(info)).second)
        return failure(ErrorCode::parse, "the check " + id + " stands twice in the catalogue");
    }
    return catalogue;
  } catch (const json::exception& error) {
    return failure(ErrorCode::parse, error.what(), "catalogue");
  }
}

void Catalogue::merge(Catalogue other) { checks_.merge(other.checks_); }

const CheckInfo* Catalogue::find(std::string_view id) const {
  const auto found = checks_.find(id);
  return found == checks_.end() ? nullptr : &found->second;
}

std::string render_message(std::string_view text, std::string_view object, const Evidence& evidence) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto open = text.find("{{", at);
    const auto close = open == std::string_view::npos ? open : text.find("}}", open);
    if (close == std::string_view::npos) return out.append(text.substr(at));
    out.append(text.substr(at, open - at));
    const auto name = text.substr(open + 2, close - open - 2);
    const auto value = evidence.find(name);
    if (name == "object") {
      out.append(object);
    } else {
      out.append(value == evidence.end() ? text.substr(open, close + 2 - open) : std::string_view(value->second));
    }
    at = close + 2;
  }
  return out;
}

}  // namespace hygie::core
