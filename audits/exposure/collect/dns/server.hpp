// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/dns/resolver.hpp"
#include "audits/exposure/collect/gate.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hygie::exposure {

/// What one name server answered to one question that was put to itself (RFC 1035, 4.1.1).
struct ServerAnswer {
  bool came = false;
  bool authoritative = false, recursion_available = false;
  int code = -1;
  std::vector<DnsRecord> records;
};
/// `recursion`: it is asked to look further. `dnssec`: signatures are wanted.
struct Question {
  std::string name, type, klass = "IN";
  bool recursion = false, dnssec = false;
};

/// Asks a server of the scope, by the gate's pace; silence after two tries is `came == false`.
[[nodiscard]] ServerAnswer ask_server(Gate& gate, const net::PinnedAddress& server, const Question& question);

/// A zone transfer (RFC 5936): present when it was given, with every owner name; nothing else of it is kept.
struct Transfer {
  net::Observation given;
  std::vector<std::string> names;  // lower case, each once, sorted
};
[[nodiscard]] Transfer try_transfer(Gate& gate, const net::PinnedAddress& server, const std::string& zone);

}  // namespace hygie::exposure
