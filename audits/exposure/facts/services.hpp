// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/observation.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hygie::exposure {

/// A UDP port on which nothing spoke, whatever was asked in the language of its services.
struct UdpPort {
  std::uint16_t port = 0;
  /// "closed" (ICMP: nobody listens), "filtered" (ICMP: a filter refuses), "silent" (every question was asked, and the
  /// host's silences mean something), "unknown" (they do not, or not all was asked), "not_touched" (by a rule of the
  /// hospital's own, or for want of consent).
  std::string state;
  std::string reason;  // of "unknown": "answers-limited", "packets-lost", "unreachable", "not-asked"
  std::uint32_t questions = 0;
};

/// An address that was asked, and what its ports came to.
struct Host {
  std::string address;             // numeric
  std::vector<std::string> names;  // that lead to it
  std::uint32_t asked = 0, open = 0, closed = 0, filtered = 0, unreachable = 0, not_touched = 0, not_asked = 0;
  std::uint32_t microseconds = 0;  // round trip
  bool limits_answers = false;
  bool answers_everywhere = false;  // its open ports prove nothing
  double lost = 0;                  // the part of TCP questions lost, by those to ports known to answer
  std::vector<UdpPort> udp;         // by port
};

/// What a service is, as its own words tell; empty where they do not.
struct Product {
  std::string vendor = {}, name = {}, version = {};
  std::string cpe = {};      // "cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*"
  std::string package = {};  // the distribution's own version, when the banner shows it ("debian 1:9.2p1-2+deb12u3")
  std::string source = {};   // what told it: "banner", "header", "certificate", "page", "dialogue", "import"
};

/// Order of facts: by address, port, transport.
struct Service {
  std::string address;
  std::uint16_t port = 0;
  std::string transport = "tcp";
  /// "open"; for UDP, "open" only when something answered.
  std::string state = "open";
  std::string protocol;         // "ssh", "http", "dicom" ...; empty when nothing made it known
  bool tls = false;             // TLS from the first byte
  net::Observation identified;  // absent: it spoke and nobody knows the language; unknown: silent, lost, not asked
  std::map<std::string, std::string, std::less<>> said;  // by the names that its dialogue documents
  std::vector<Product> products;                         // of the service, of what runs below it
  std::vector<std::string> sources = {"scan"};           // or the tools whose results were imported

  /// "192.0.2.7:443/tcp", "[2001:db8::7]:161/udp"
  [[nodiscard]] std::string id() const {
    const auto host = address.find(':') == std::string::npos ? address : "[" + address + "]";
    return host + ":" + std::to_string(port) + "/" + transport;
  }
  [[nodiscard]] bool is(std::string_view wanted) const { return protocol == wanted; }
  /// What it said under that name; empty when nothing.
  [[nodiscard]] std::string_view word(std::string_view name) const {
    const auto found = said.find(name);
    return found == said.end() ? std::string_view{} : std::string_view(found->second);
  }
};

}  // namespace hygie::exposure
