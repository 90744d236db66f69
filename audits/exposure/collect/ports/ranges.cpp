// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/ports/ranges.hpp"

#include <algorithm>
#include <charconv>

namespace hygie::exposure {
namespace {

/// Of a prohibition or a shortage on this machine nothing is kept: it is looked at again, and costs no packet.
bool lasts(net::PortState state) { return state != net::PortState::not_touched && state != net::PortState::not_asked; }

bool number_of(std::string_view text, std::uint16_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() && out > 0;
}

/// "closed/refused"; false for words that no scan says.
bool verdict_of(std::string_view text, net::PortResult& result) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return false;
  bool state = false, why = false;
  for (auto i = 0U; i <= static_cast<unsigned>(net::PortState::not_asked); ++i)
    if (net::name(static_cast<net::PortState>(i)) == text.substr(0, slash)) {
      result.state = static_cast<net::PortState>(i);
      state = lasts(result.state);
    }
  for (auto i = 0U; i <= static_cast<unsigned>(net::Why::other); ++i)
    if (net::name(static_cast<net::Why>(i)) == text.substr(slash + 1)) {
      result.why = static_cast<net::Why>(i);
      why = true;
    }
  return state && why;
}

}  // namespace

std::string ranges_of(const std::vector<std::uint16_t>& ports) {
  std::string out;
  for (std::size_t i = 0; i < ports.size();) {
    auto end = i;
    while (end + 1 < ports.size() && ports[end + 1] == ports[end] + 1) ++end;
    out += (out.empty() ? "" : ",") + std::to_string(ports[i]);
    if (end > i) out += "-" + std::to_string(ports[end]);
    i = end + 1;
  }
  return out;
}

std::vector<std::uint16_t> ports_of(std::string_view ranges) {
  std::vector<std::uint16_t> out;
  while (!ranges.empty()) {
    const auto comma = ranges.find(',');
    const auto one = ranges.substr(0, comma);
    const auto dash = one.find('-');
    std::uint16_t first = 0, last = 0;
    if (!number_of(one.substr(0, dash), first)) return {};
    if (!number_of(dash == std::string_view::npos ? one : one.substr(dash + 1), last)) return {};
    if (last < first || (!out.empty() && first <= out.back())) return {};
    for (unsigned port = first; port <= last; ++port) out.push_back(static_cast<std::uint16_t>(port));
    ranges = comma == std::string_view::npos ? std::string_view{} : ranges.substr(comma + 1);
  }
  return out;
}

void note_ports(const std::vector<net::PortResult>& ports, const net::HostSummary& host, PortsRead& read) {
  std::map<std::string, std::vector<std::uint16_t>, std::less<>> by_verdict;
  for (const auto& port : ports)
    if (lasts(port.state) && !port.hasty)
      by_verdict[std::string(net::name(port.state)) + "/" + std::string(net::name(port.why))].push_back(port.port);
  read.tcp.clear();
  for (const auto& [verdict, numbers] : by_verdict) read.tcp[verdict] = ranges_of(numbers);
  read.microseconds = host.microseconds;
  read.limits_answers = host.limits_answers;
  read.lost = host.lost;
  read.decoys_asked = host.decoys_asked;
  read.decoys_open = host.decoys_open;
}

std::vector<net::PortResult> known_ports(const PortsRead& read, std::uint32_t host) {
  std::vector<net::PortResult> out;
  for (const auto& [verdict, ranges] : read.tcp) {
    net::PortResult result;
    result.host = host;
    if (!verdict_of(verdict, result)) continue;
    for (const auto port : ports_of(ranges)) {
      result.port = port;
      out.push_back(result);
    }
  }
  return out;
}

net::HostSummary known_host(const PortsRead& read) {
  net::HostSummary out;
  out.microseconds = read.microseconds;
  out.limits_answers = read.limits_answers;
  out.lost = read.lost;
  out.decoys_asked = read.decoys_asked;
  out.decoys_open = read.decoys_open;
  return out;
}

}  // namespace hygie::exposure
