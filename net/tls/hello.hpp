// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"
#include "net/bytes.hpp"
#include "net/tls/suites.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hygie::net::tls {

/// Some servers ignore a hello with more suites than this.
inline constexpr std::size_t most_suites = 64;

namespace extension {
inline constexpr std::uint16_t server_name = 0, status_request = 5, supported_groups = 10, ec_point_formats = 11,
                               signature_algorithms = 13, alpn = 16, heartbeat = 15, extended_master_secret = 23,
                               session_ticket = 35, supported_versions = 43, key_share = 51,
                               renegotiation_info = 0xff01;
}
inline constexpr std::uint16_t renegotiation_scsv = 0x00ff, fallback_scsv = 0x5600;

struct KeyShare {
  std::uint16_t group = 0;
  Buffer key;
};

/// A ClientHello as it will be written: an empty field is an extension left out.
struct HelloSpec {
  std::uint16_t version = tls12;  // what is asked for: tls13 is written as 1.2 with supported_versions
  std::array<std::uint8_t, 32> random{};
  Buffer session_id;
  std::vector<std::uint16_t> suites;  // most_suites at most, signalling values not counted
  bool fallback = false;              // adds TLS_FALLBACK_SCSV
  Buffer compressions = {0};          // 1 is DEFLATE
  std::string server_name;
  std::vector<std::uint16_t> groups;
  std::vector<std::uint16_t> signature_algorithms;
  std::vector<std::string> alpn;
  bool status_request = false;
  bool extended_master_secret = false;
  bool heartbeat = false;
  std::optional<Buffer> ticket;                     // of an earlier session
  std::optional<std::vector<KeyShare>> key_shares;  // none at all asks for a HelloRetryRequest
};

/// The record that opens a connection. An error when the specification cannot be written (too many suites, a name too
/// long).
[[nodiscard]] core::Result<Buffer> write_client_hello(const HelloSpec& spec);

/// The SSLv2 CLIENT-HELLO with its seven ciphers.
[[nodiscard]] Buffer write_ssl2_hello(const std::array<std::uint8_t, 16>& challenge);

/// Every algorithm of the registry that a server may sign with, SHA-1 and DSA included: what is accepted is for others
/// to judge.
[[nodiscard]] std::vector<std::uint16_t> all_signature_algorithms();

}  // namespace hygie::net::tls
