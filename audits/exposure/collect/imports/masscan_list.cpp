// SPDX-License-Identifier: EUPL-1.2
// masscan -oL: "open tcp 443 192.0.2.7 1390380064", one a line, between two lines that begin with #.
#include "audits/exposure/collect/imports/imports.hpp"
#include "core/i18n.hpp"

#include <fmt/format.h>
#include <array>
#include <charconv>

namespace hygie::exposure {
namespace {

std::array<std::string_view, 4> words_of(std::string_view line) {
  std::array<std::string_view, 4> words;
  for (auto& word : words) {
    const auto start = line.find_first_not_of(" \t\r");
    if (start == std::string_view::npos) break;
    line.remove_prefix(start);
    word = line.substr(0, line.find_first_of(" \t\r"));
    line.remove_prefix(word.size());
  }
  return words;
}

/// False when the line is not what masscan writes.
bool read_open(const std::array<std::string_view, 4>& words, ToolResults& out) {
  const auto [state, transport, port, address] = words;
  Service service;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), service.port);
  if (error != std::errc{} || end != port.data() + port.size() || service.port == 0 || address.empty()) return false;
  if (transport != "tcp" && transport != "udp") return false;
  if (address.find_first_not_of("0123456789abcdefABCDEF.:") != std::string_view::npos) return false;
  service.address = address;
  service.transport = transport;
  service.sources = {"masscan"};
  service.identified = {net::Outcome::unknown, "not-asked"};
  out.services.push_back(std::move(service));
  return true;
}

}  // namespace

core::Result<ToolResults> read_masscan_list(std::string_view text, const std::string& path) {
  ToolResults out{.tool = "masscan", .services = {}, .findings = {}};
  bool ended = false;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    ended |= line.starts_with("# end");
    const auto words = words_of(line);
    if (words[0] != "open" || read_open(words, out)) continue;
    if (text.empty()) break;  // half a last line
    return core::failure(core::ErrorCode::parse, core::tr("this line of masscan is damaged"),
                         fmt::format("{}:{}", path, number));
  }
  out.cut_short = !ended;
  return out;
}

}  // namespace hygie::exposure
