// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/imports/imports.hpp"

#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "core/yaml.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace hygie::exposure {

std::string severity_of(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> others{{{"error", "high"},
                                                                                  {"warning", "medium"},
                                                                                  {"warn", "medium"},
                                                                                  {"note", "low"},
                                                                                  {"fatal", "high"},
                                                                                  {"log", "info"},
                                                                                  {"ok", "info"},
                                                                                  {"debug", "info"},
                                                                                  {"none", "info"},
                                                                                  {"unknown", "info"},
                                                                                  {"informational", "info"}}};
  for (const auto one : {"critical", "high", "medium", "low", "info"})
    if (lower == one) return lower;
  for (const auto& [other, ours] : others)
    if (lower == other) return std::string(ours);
  return "info";
}

// FIRST, CVSS v3.1 specification, section 5.
std::string severity_of_score(double cvss) {
  return cvss >= 9 ? "critical" : cvss >= 7 ? "high" : cvss >= 4 ? "medium" : cvss > 0 ? "low" : "info";
}

std::vector<std::string> cves_in(std::string_view text) {
  std::set<std::string> found;
  const auto digits = [&](std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
    return end - at;
  };
  for (auto at = text.find("CVE-"); at != std::string_view::npos; at = text.find("CVE-", at + 4)) {
    if (digits(at + 4) != 4 || at + 8 >= text.size() || text[at + 8] != '-') continue;
    if (const auto size = digits(at + 9); size >= 4 && size <= 7) found.emplace(text.substr(at, 9 + size));
  }
  return {found.begin(), found.end()};
}

std::string line_of(std::string_view text, std::size_t byte, const std::string& path) {
  const auto before = text.substr(0, byte);
  return path + ":" + std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
}

core::Result<ToolResults> read_results(std::string_view text, const std::string& path) {
  const auto start = text.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (start == std::string_view::npos)
    return core::failure(core::ErrorCode::parse, core::tr("this result file is empty"), path);
  const auto rest = text.substr(start);
  if (rest.front() == '<') return read_xml_results(rest, path);
  // One object a line is nuclei's; one object over several lines is SARIF or testssl.sh.
  const auto line = rest.substr(0, rest.find('\n'));
  if (rest.front() == '{' && line.find("\"template-id\"") != std::string_view::npos) return read_json_lines(rest, path);
  if (rest.front() == '{' || rest.front() == '[') return read_json_results(rest, path);
  if (rest.starts_with("#masscan") || rest.starts_with("open tcp ") || rest.starts_with("open udp "))
    return read_masscan_list(rest, path);
  return core::failure(
      core::ErrorCode::parse, core::tr("no tool that is known writes files like this one"), path,
      core::tr("nmap -oX, masscan -oJ or -oL, nuclei -jsonl, testssl.sh --jsonfile, OpenVAS XML, SARIF"));
}

core::Result<ToolResults> load_results(const std::string& path) {
  const auto text = core::read_file(path, core::limits::json_bytes);
  if (!text) return tl::make_unexpected(text.error());
  return read_results(*text, path);
}

}  // namespace hygie::exposure
