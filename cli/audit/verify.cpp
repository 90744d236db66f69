// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/verify.hpp"

#include <charconv>

namespace hygie::cli {

bool read_service_id(std::string_view text, std::string& address, std::uint16_t& port, std::string& transport) {
  const auto slash = text.rfind('/');
  const auto colon = text.substr(0, slash).rfind(':');
  if (slash == std::string_view::npos || colon == std::string_view::npos) return false;
  transport = text.substr(slash + 1);
  const auto number = text.substr(colon + 1, slash - colon - 1);
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), port);
  if (error != std::errc{} || end != number.data() + number.size()) return false;
  auto host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  address = host;
  return (transport == "tcp" || transport == "udp") && !address.empty() &&
         address.find_first_not_of("0123456789abcdef.:") == std::string::npos;
}

Verification verification_of(const core::Run& run) {
  Verification out;
  out.run = run.id;
  for (const auto& result : run.results) {
    if (result.domain != "exposure" || !result.counts_as_fail()) continue;
    out.checks.insert(result.check);
    for (const auto& subject : result.subjects) {
      if (subject.finding.verdict != core::Verdict::fail || subject.waived) continue;
      std::string address, transport;
      std::uint16_t port = 0;
      if (!read_service_id(subject.finding.object, address, port, transport)) {
        out.domains = true;
        continue;
      }
      out.addresses.insert(address);
      (transport == "udp" ? out.udp : out.tcp).insert(port);
    }
  }
  return out;
}

}  // namespace hygie::cli
