// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/inventory.hpp"
#include "audits/exposure/facts/services.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure {

/// What another tool's file tells: services that it saw open, and its own findings.
struct ToolResults {
  std::string tool;  // "nmap", "masscan", "nuclei", "testssl", "openvas", "sarif"
  std::vector<Service> services;
  std::vector<Imported> findings;
  bool cut_short = false;  // the tool was interrupted: what is whole was read
};

/// Reads a result file, whose kind its content tells: nmap XML, masscan JSON or list, nuclei JSONL, testssl.sh JSON
/// (flat or pretty), OpenVAS XML, SARIF 2.1.0. An error says what is wrong and where; nothing is ever executed or
/// fetched.
[[nodiscard]] core::Result<ToolResults> load_results(const std::string& path);
[[nodiscard]] core::Result<ToolResults> read_results(std::string_view text, const std::string& path);

// One reader a kind; `path` is for messages.
[[nodiscard]] core::Result<ToolResults> read_xml_results(std::string_view text, const std::string& path);
[[nodiscard]] core::Result<ToolResults> read_json_results(std::string_view text, const std::string& path);
[[nodiscard]] core::Result<ToolResults> read_json_lines(std::string_view text, const std::string& path);
[[nodiscard]] core::Result<ToolResults> read_masscan_list(std::string_view text, const std::string& path);
/// "file:line" of a byte of the text.
[[nodiscard]] std::string line_of(std::string_view text, std::size_t byte, const std::string& path);

/// "critical", "high", "medium", "low" or "info", from a tool's own word or a CVSS score.
[[nodiscard]] std::string severity_of(std::string_view word);
[[nodiscard]] std::string severity_of_score(double cvss);
/// Every CVE that the text names, each once.
[[nodiscard]] std::vector<std::string> cves_in(std::string_view text);

}  // namespace hygie::exposure
