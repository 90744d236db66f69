// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/inventory.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hygie::exposure {

/// What is to be looked at, of the declaration and the inventory.
struct Target {
  std::string establishment;
  std::string establishment_number;    // FINESS, or its own identifier
  std::vector<std::string> addresses;  // addresses and networks
  std::vector<std::string> domains;
  std::vector<std::uint16_t> ports, udp_ports;
  std::string vantage = "internet";
  unsigned rate = 500;
  bool usual_names = true;
  Inventory inventory;
  std::vector<std::string> dkim;  // selectors, of every domain
  std::map<std::string, std::vector<std::string>, std::less<>> dkim_by_domain;
  std::vector<std::string> zone_files, transparency, imports;
  std::string feeds;        // file; empty: none
  std::string authorities;  // of TLS; empty: the system's
  std::string trust_anchor, resolver;
  std::string web_signs;           // a user's file; empty: none
  std::vector<std::string> recog;  // a user's files
  std::string proxy_listener;      // "192.0.2.1:8080"; empty: open proxies are not looked for
  std::string scope_sha256;
  std::string asked_sha256;  // of all that decides what is asked
  bool passive = false;      // files only
  std::string verifies;      // the earlier run whose open findings alone are asked again
};

/// Every single address of the declared networks, in order; a network of more than 65,536 addresses is refused.
[[nodiscard]] core::Result<std::vector<std::string>> every_address(const std::vector<std::string>& networks);
/// RFC 1918, 6598, 4193, 3927 and 4291: addresses of no use to the internet.
[[nodiscard]] bool is_private_address(std::string_view address);
/// Is it a declared domain, or below one? Others' names are not ours to look at.
[[nodiscard]] bool is_declared(const Target& target, std::string_view name);
/// Names that the declaration and the inventory give: domains, their www, assets. Lower case, each once, sorted.
[[nodiscard]] std::vector<std::string> declared_names(const Target& target);

}  // namespace hygie::exposure
