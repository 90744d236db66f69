// SPDX-License-Identifier: EUPL-1.2
// hygie_test_collect_tls RATE SECONDS AUTHORITIES STOP-FILE TARGET...: the collector of TLS on services of the
// laboratory, through a gate of that pace that ends after so many seconds, or once STOP-FILE is there ("-": none).
// TARGET is ADDRESS:PORT[,NAME[,STARTTLS]], in 127.0.0.0/8; AUTHORITIES "-" is this machine's. One line an endpoint:
// grade, versions, chains, connections; then how long it took.
#include "audits/exposure/collect/tls/collect_tls.hpp"
#include "audits/exposure/checks/tls_grade/grade.hpp"
#include "tests/support/scopes.hpp"

#include <fmt/format.h>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <sstream>

using namespace hygie;
using namespace hygie::exposure;

namespace {

core::Cancellation cancellation;

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
  return parts;
}

core::Result<TlsTarget> target_of(Gate& gate, const std::string& text) {
  const auto parts = split(text);
  const auto colon = parts[0].find(':');
  const auto pinned =
      gate.pin_address(parts[0].substr(0, colon), static_cast<std::uint16_t>(std::atoi(parts[0].c_str() + colon + 1)));
  if (!pinned) return tl::make_unexpected(pinned.error());
  TlsTarget target{parts[0] + "/tcp", *pinned};
  if (parts.size() > 1) target.server_name = parts[1];
  if (parts.size() > 2) target.starttls = parts[2];
  return target;
}

void print(const ExposureFacts& facts, const Tls& tls) {
  const auto grade = grade_of(facts, tls);
  std::string versions;
  for (const auto& version : tls.versions)
    if (version.offered.present()) versions += fmt::format(" {}:{}", version.version, version.suites.size());
  std::string chains;
  for (const auto& chain : tls.chains)
    chains += fmt::format(" {}/{}:{}", chain.kind, chain.name,
                          chain.trusted.reason.empty() ? "trusted" : chain.trusted.reason);
  std::cout << fmt::format("{} grade={} reasons={} unknown={} versions={} chains={} connections={} lost={}\n",
                           tls.service, grade.graded ? to_string(grade.letter) : "-", listed(grade.reasons),
                           listed(grade.unknown), versions, chains, tls.connections, tls.connections_lost);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 5) return 2;
  std::signal(SIGINT, [](int) { cancellation.cancel(); });
  Gate::Rules rules;
  rules.pace.rate = std::atof(arguments[0].c_str());
  if (arguments[3] != "-") rules.stop_file = arguments[3];
  ActionLog log;
  const auto begin = std::chrono::steady_clock::now();
  Gate gate(test::exposure_scope({"127.0.0.0/8"}), rules, log,
            {begin + std::chrono::seconds(std::atoi(arguments[1].c_str())), &cancellation});
  TlsSettings settings;
  settings.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (arguments[2] != "-") settings.authorities = arguments[2];
  std::vector<TlsTarget> targets;
  for (std::size_t i = 4; i < arguments.size(); ++i) {
    auto target = target_of(gate, arguments[i]);
    if (!target) {
      std::cerr << target.error().what << '\n';
      return 3;
    }
    targets.push_back(std::move(*target));
  }
  core::NoProgress progress;
  auto reading = collect_tls(gate, targets, settings, progress);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
  ExposureFacts facts;
  facts.certificates = reading.certificates;
  for (const auto& tls : reading.endpoints) print(facts, tls);
  for (const auto& gap : reading.gaps) std::cout << "gap " << gap.what << ": " << gap.why << '\n';
  std::cout << fmt::format("{} endpoints, {} certificates, {} names, {} ms\n", reading.endpoints.size(),
                           reading.certificates.size(), reading.names.size(), took.count());
  return 0;
}
