// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/cancel.hpp"
#include "core/result.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::net {

/// The declaration's authorisation: who, when, for which domains of audit, on which addresses and names.
struct Authorisation {
  std::string by;
  std::chrono::sys_days from{};
  std::chrono::sys_days until{};
  std::vector<std::string> covers;     // directory, exposure, remote-access, workstation, backup
  std::vector<std::string> addresses;  // CIDR, IPv4 and IPv6
  std::vector<std::string> domains;    // a name is in scope when it is one of them or below
  std::vector<std::string> exclude;    // addresses and networks never contacted
};

/// An address that may be contacted, resolved and checked: what connects uses it and never resolves again.
struct PinnedAddress {
  std::string host;     // as asked, for certificates and tickets
  std::string address;  // numeric
  int family = 0;       // AF_INET, AF_INET6
  std::uint16_t port = 0;
};

/// An IPv4 or IPv6 network; a mapped IPv4 one is kept as IPv4.
struct Network {
  std::vector<unsigned char> bytes;
  unsigned bits = 0;
};
/// "192.0.2.0/24", "192.0.2.7", "2001:db8::/32"; bits set after the length are a mistake, not a network.
[[nodiscard]] core::Result<Network> parse_network(std::string_view text);

/// Is that address (its bytes in network order: 4 or 16) in the network?
[[nodiscard]] bool holds(const Network& network, const std::vector<unsigned char>& address);
[[nodiscard]] bool holds(const Network& network, std::string_view numeric_address);

/// From a name to its numeric addresses.
using Resolver = std::function<core::Result<std::vector<std::string>>(const std::string&)>;
[[nodiscard]] core::Result<std::vector<std::string>> system_addresses(const std::string& host);

/// The guard in front of every packet. Nothing connects but through an address it has pinned.
class Scope {
 public:
  /// Validates networks and dates; an authorisation that is malformed is refused as a whole.
  static core::Result<Scope> make(Authorisation authorisation);
  /// Is `domain` ("directory") authorised on `today`? The error says by whom and until when it was.
  [[nodiscard]] core::Status allows(std::string_view domain, std::chrono::sys_days today) const;
  [[nodiscard]] bool contains(std::string_view numeric_address) const;
  /// Is it named by the authorisation's own exclusions?
  [[nodiscard]] bool excludes(std::string_view numeric_address) const;
  /// Does the name lie in the authorised domains?
  [[nodiscard]] bool names(const std::string& host) const { return check_name(host).has_value(); }
  /// Resolves a name (or takes an address) and pins one; refused when ANY of its addresses is out of scope or excluded.
  [[nodiscard]] core::Result<std::vector<PinnedAddress>> resolve(const std::string& host, std::uint16_t port) const;
  [[nodiscard]] core::Result<std::vector<PinnedAddress>> resolve(const std::string& host, std::uint16_t port,
                                                                 const Resolver& resolver) const;

 private:
  [[nodiscard]] core::Status check_name(const std::string& host) const;

  Authorisation authorisation_;
  std::vector<Network> allowed_, excluded_;
};

}  // namespace hygie::net
