// SPDX-License-Identifier: EUPL-1.2
// hygie_test_scan HOST[,HOST] PORTS [--rate N] [--in-flight N] [--stop-after MS] [--avoid PORT]: what the engine finds,
// one JSON line a port, then one a host and one for the run. For tests/lab/exposure_scan.sh.
#include "net/engine/scan.hpp"

#include <fmt/format.h>
#include <cstdlib>
#include <cstring>
#include <sstream>

#include <sys/socket.h>

namespace {

using namespace hygie;

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
  return parts;
}

std::vector<std::uint16_t> ports_of(const std::string& text) {
  std::vector<std::uint16_t> ports;
  for (const auto& part : split(text)) {
    const auto dash = part.find('-');
    const auto first = std::stoul(part);
    const auto last = dash == std::string::npos ? first : std::stoul(part.substr(dash + 1));
    for (auto port = first; port <= last && port <= 65535; ++port) ports.push_back(static_cast<std::uint16_t>(port));
  }
  return ports;
}

void print(const net::ScanRequest& request, const net::ScanReport& report) {
  for (const auto& one : report.ports)
    fmt::print(R"({{"host":"{}","port":{},"state":"{}","why":"{}","questions":{},"us":{}}})"
               "\n",
               request.hosts[one.host].address, one.port, name(one.state), name(one.why), one.questions,
               one.microseconds);
  for (std::size_t i = 0; i < report.hosts.size(); ++i) {
    const auto& host = report.hosts[i];
    fmt::print(
        R"({{"summary":"{}","limits":{},"lost":{:.4f},"us":{},"decoys_asked":{},"decoys_open":{},"unreliable":{}}})"
        "\n",
        request.hosts[i].address, host.limits_answers, host.lost, host.microseconds, host.decoys_asked,
        host.decoys_open, host.unreliable);
  }
  fmt::print("{{\"complete\":{}}}\n", report.complete);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  net::ScanRequest request;
  core::Deadline deadline;
  std::vector<net::Rule> rules;
  for (const auto& host : split(argv[1]))
    request.hosts.push_back({host, host, host.find(':') == std::string::npos ? AF_INET : AF_INET6, 0});
  request.ports = ports_of(argv[2]);
  for (int i = 3; i + 1 < argc; i += 2) {
    const std::string option = argv[i];
    const auto value = std::stoul(argv[i + 1]);
    if (option == "--rate") request.pace.rate = static_cast<double>(value);
    if (option == "--in-flight")
      request.pace.in_flight = request.pace.in_flight_per_host = static_cast<unsigned>(value);
    if (option == "--stop-after") deadline.at = net::Clock::now() + std::chrono::milliseconds(value);
    if (option == "--avoid")
      rules.push_back({*net::parse_network(request.hosts[0].address), static_cast<std::uint16_t>(value),
                       static_cast<std::uint16_t>(value), net::Manner::do_not_touch, "a test", "a test"});
  }
  const auto guard = net::Guard::make(rules);
  if (!guard) return 2;
  const auto report = net::scan(request, *guard, deadline);
  if (!report) {
    fmt::print(stderr, "{}\n", report.error().what);
    return 1;
  }
  print(request, *report);
  return report->complete ? 0 : 3;
}
