// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hygie::net::tls {

struct Alert {
  std::uint8_t level = 0;  // 1 warning, 2 fatal
  std::uint8_t description = 0;
};

struct ServerHello {
  std::uint16_t version = 0;  // negotiated: supported_versions when it is there, else the hello's, never the record's
  std::uint16_t suite = 0;
  std::uint8_t compression = 0;
  Buffer session_id;
  bool retry = false;                  // a HelloRetryRequest
  std::optional<std::uint16_t> group;  // of key_share
  std::vector<std::uint16_t> extensions;
  std::string alpn;
  [[nodiscard]] bool has(std::uint16_t extension) const;
};
[[nodiscard]] std::optional<ServerHello> parse_server_hello(Bytes body);

/// Certificates in the order served, each in DER, not looked into.
[[nodiscard]] std::optional<std::vector<Buffer>> parse_certificates(Bytes body);

struct ServerKeyExchange {
  Buffer prime;                                      // of Diffie-Hellman, without leading zeros
  unsigned prime_bits = 0;                           // 0 when there is none
  unsigned export_rsa_bits = 0;                      // of the short-lived RSA key of an EXPORT suite
  std::optional<std::uint16_t> group;                // of elliptic curves; none when the curve is written out
  std::optional<std::uint16_t> signature_algorithm;  // since TLS 1.2
};
/// What it holds depends on the suite and the version that the ServerHello chose.
[[nodiscard]] std::optional<ServerKeyExchange> parse_server_key_exchange(Bytes body, std::uint16_t suite,
                                                                         std::uint16_t version);

/// The OCSP response of a CertificateStatus, in DER.
[[nodiscard]] std::optional<Buffer> parse_certificate_status(Bytes body);

struct Ssl2ServerHello {
  Buffer certificate;
  std::vector<std::uint32_t> ciphers;
};
/// The whole record, header included; nothing when it is no SSLv2 SERVER-HELLO.
[[nodiscard]] std::optional<Ssl2ServerHello> parse_ssl2_hello(Bytes record);
/// How long the record is that begins so, header included; nothing when it is no record of SSLv2.
[[nodiscard]] std::optional<std::size_t> ssl2_record_size(Bytes begin);

/// What a server said in answer to a ClientHello, until it waits for us.
struct Flight {
  std::optional<ServerHello> hello;
  std::vector<Buffer> certificates;
  std::optional<ServerKeyExchange> key_exchange;
  std::optional<Buffer> ocsp_response;
  bool client_certificate_wanted = false;
  bool done = false;             // ServerHelloDone
  std::optional<Alert> alert;    // the fatal one
  std::optional<Alert> warning;  // the last one
  std::string broken;            // what could not be read: "not-tls", "record", "server-hello" ...
};

/// Reads records and the handshake messages in them, in whatever pieces they come.
class FlightReader {
 public:
  void feed(Bytes bytes);
  [[nodiscard]] const Flight& flight() const { return flight_; }
  /// Nothing more is to be learnt: the server waits, has given up, speaks encrypted from here, or is not understood.
  [[nodiscard]] bool over() const { return over_; }

 private:
  bool take_record();
  void take_alert(Bytes record);
  void take_handshake(Bytes record);
  void take_message(std::uint8_t type, Bytes body);
  void break_off(const char* what);

  Buffer records_, messages_;
  std::size_t fed_ = 0;
  Flight flight_;
  bool over_ = false;
};

}  // namespace hygie::net::tls
