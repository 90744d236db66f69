// SPDX-License-Identifier: EUPL-1.2
// masscan, testssl.sh and SARIF in JSON; nuclei in one JSON object a line.
#include "audits/exposure/collect/imports/imports.hpp"
#include "core/i18n.hpp"

#include <fmt/format.h>
#include <charconv>
#include <nlohmann/json.hpp>

namespace hygie::exposure {
namespace {

using core::failure;
using core::tr;
using nlohmann::json;

/// nlohmann copies and prints values by calling itself: what is nested deeper than any of these tools writes is refused
/// before it is read.
bool too_deep(std::string_view text) {
  constexpr std::size_t deepest = 64;
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\') ++i;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if ((c == '[' || c == '{') && ++depth > deepest) return true;
    if ((c == ']' || c == '}') && depth > 0) --depth;
  }
  return false;
}

tl::unexpected<core::Error> nested(const std::string& where) {
  return failure(core::ErrorCode::limit, tr("this result file is nested too deep"), where);
}

std::string text_of(const json& node, const char* key) {
  if (!node.is_object() || !node.contains(key)) return {};
  const auto& value = node[key];
  return value.is_string() ? value.get<std::string>() : value.is_number() ? value.dump() : std::string{};
}

std::string endpoint(const std::string& host, const std::string& port, const char* transport = "tcp") {
  if (port.empty() || port == "0") return host;
  return (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + port + "/" + transport;
}

ToolResults read_masscan(const json& root) {
  ToolResults out{.tool = "masscan", .services = {}, .findings = {}};
  for (const auto& host : root) {
    if (!host.is_object() || !host.contains("ports") || !host["ports"].is_array()) continue;
    for (const auto& port : host["ports"]) {
      const auto status = text_of(port, "status");
      if (!port.is_object() || !port.contains("port") || !port["port"].is_number_unsigned()) continue;
      const auto number = port["port"].get<std::uint64_t>();
      if (number == 0 || number > 65535 || (!status.empty() && status != "open")) continue;
      Service service;
      service.address = text_of(host, "ip");
      service.port = static_cast<std::uint16_t>(number);
      service.transport = port.value("proto", "tcp");
      service.sources = {"masscan"};
      service.identified = {net::Outcome::unknown, "not-asked"};
      if (!service.address.empty()) out.services.push_back(std::move(service));
    }
  }
  return out;
}

/// "www.exemple.test/192.0.2.7"
std::string address_of(const std::string& fqdn_and_ip) {
  const auto slash = fqdn_and_ip.rfind('/');
  return slash == std::string::npos ? fqdn_and_ip : fqdn_and_ip.substr(slash + 1);
}

void read_testssl_finding(const json& node, const std::string& host, const std::string& port, ToolResults& out) {
  Imported one{.tool = "testssl"};
  one.rule = text_of(node, "id");
  one.title = text_of(node, "finding");
  one.severity = severity_of(text_of(node, "severity"));
  one.target = endpoint(host, port);
  one.cves = cves_in(text_of(node, "cve"));
  if (!one.rule.empty() && one.severity != "info") out.findings.push_back(std::move(one));
}

ToolResults read_testssl_flat(const json& root) {
  ToolResults out{.tool = "testssl", .services = {}, .findings = {}};
  for (const auto& node : root) read_testssl_finding(node, address_of(text_of(node, "ip")), text_of(node, "port"), out);
  return out;
}

ToolResults read_testssl_pretty(const json& root) {
  ToolResults out{.tool = "testssl", .services = {}, .findings = {}};
  for (const auto& host : root["scanResult"]) {
    if (!host.is_object()) continue;
    const auto address = address_of(text_of(host, "ip")), port = text_of(host, "port");
    for (const auto& [section, list] : host.items())
      if (list.is_array())
        for (const auto& node : list) read_testssl_finding(node, address, port, out);
  }
  return out;
}

std::string sarif_target(const json& result) {
  const json::json_pointer uri("/locations/0/physicalLocation/artifactLocation/uri");
  return result.contains(uri) && result[uri].is_string() ? result[uri].get<std::string>() : std::string{};
}

ToolResults read_sarif(const json& root) {
  ToolResults out{.tool = "sarif", .services = {}, .findings = {}};
  for (const auto& run : root["runs"]) {
    if (!run.is_object() || !run.contains("results") || !run["results"].is_array()) continue;
    for (const auto& result : run["results"]) {
      Imported one{.tool = "sarif"};
      one.rule = text_of(result, "ruleId");
      if (result.contains("message")) one.title = text_of(result["message"], "text");
      one.severity = severity_of(result.value("level", "warning"));
      one.target = sarif_target(result);
      one.cves = cves_in(one.rule + " " + one.title);
      if (!one.target.empty() && !one.title.empty()) out.findings.push_back(std::move(one));
    }
  }
  return out;
}

void read_nuclei(const json& node, ToolResults& out) {
  Imported one{.tool = "nuclei"};
  one.rule = text_of(node, "template-id");
  const auto info = node.value("info", json::object());
  one.title = text_of(info, "name");
  one.severity = severity_of(text_of(info, "severity"));
  const auto host = text_of(node, "ip"), port = text_of(node, "port");
  one.target = host.empty() ? text_of(node, "matched-at") : endpoint(host, port);
  one.cves = cves_in(info.is_object() && info.contains("classification") ? info["classification"].dump() + one.rule
                                                                         : one.rule);
  if (!one.rule.empty() && !one.target.empty()) out.findings.push_back(std::move(one));
}

tl::unexpected<core::Error> damaged(const std::string& where, const json::exception& why) {
  return failure(core::ErrorCode::parse, tr("this result file is damaged: {}", why.what()), where);
}

std::string where_of(std::string_view text, const json::exception& why, const std::string& path) {
  const auto* parsing = dynamic_cast<const json::parse_error*>(&why);
  return parsing == nullptr ? path : line_of(text, parsing->byte, path);
}

/// masscan ends its list with a comma, and an interrupted one with nothing: both are mended here.
json parse_forgiving(std::string_view text, bool& cut_short) {
  auto parsed = json::parse(text, nullptr, false);
  if (!parsed.is_discarded() || !text.starts_with('[')) return parsed.is_discarded() ? json::parse(text) : parsed;
  const auto last = text.rfind('}');
  if (last == std::string_view::npos) return json::parse(text);
  cut_short = text.find(']', last) == std::string_view::npos;
  return json::parse(std::string(text.substr(0, last + 1)) + "]");
}

}  // namespace

core::Result<ToolResults> read_json_results(std::string_view text, const std::string& path) {
  if (too_deep(text)) return nested(path);
  try {
    bool cut_short = false;
    const auto root = parse_forgiving(text, cut_short);
    if (root.is_object() && root.contains("runs") && root["runs"].is_array()) return read_sarif(root);
    if (root.is_object() && root.contains("scanResult") && root["scanResult"].is_array())
      return read_testssl_pretty(root);
    if (root.is_array() && !root.empty() && root.front().is_object()) {
      auto out = root.front().contains("ports")     ? read_masscan(root)
                 : root.front().contains("finding") ? read_testssl_flat(root)
                                                    : ToolResults{};
      out.cut_short = cut_short;
      if (!out.tool.empty()) return out;
    }
  } catch (const json::exception& why) {
    return damaged(where_of(text, why, path), why);
  }
  return failure(core::ErrorCode::parse, tr("this JSON is neither masscan's, testssl.sh's nor SARIF"), path);
}

core::Result<ToolResults> read_json_lines(std::string_view text, const std::string& path) {
  ToolResults out{.tool = "nuclei", .services = {}, .findings = {}};
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (too_deep(line)) return nested(fmt::format("{}:{}", path, number));
    try {
      read_nuclei(json::parse(line), out);
    } catch (const json::exception& why) {
      // An interrupted run leaves half a last line.
      if (text.empty() && !out.findings.empty()) {
        out.cut_short = true;
        break;
      }
      return damaged(fmt::format("{}:{}", path, number), why);
    }
  }
  return out;
}

}  // namespace hygie::exposure
