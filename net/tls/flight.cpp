// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/answer.hpp"
#include "net/tls/suites.hpp"

#include <utility>

namespace hygie::net::tls {
namespace {

constexpr std::size_t header_size = 5, longest_record = 16384 + 2048;
constexpr std::size_t most_bytes = 512U * 1024U;  // the longest chains seen stay below a tenth of it

}  // namespace

void FlightReader::break_off(const char* what) {
  flight_.broken = what;
  over_ = true;
}

void FlightReader::feed(Bytes bytes) {
  if (over_) return;
  fed_ += bytes.size();
  if (fed_ > most_bytes) return break_off("too-long");
  records_.insert(records_.end(), bytes.begin(), bytes.end());
  while (!over_ && take_record()) continue;
}

bool FlightReader::take_record() {
  constexpr std::uint8_t change_cipher_spec = 20, alert = 21, handshake = 22, heartbeat = 24;
  if (records_.empty()) return false;
  const auto type = records_.front();
  if (type < change_cipher_spec || type > heartbeat || (records_.size() > 1 && records_[1] != 3)) {
    break_off(flight_.hello ? "record" : "not-tls");
    return false;
  }
  if (records_.size() < header_size) return false;
  NetworkCursor cursor(records_);
  cursor.take(3);
  const std::size_t length = cursor.u16();
  if (length > longest_record) {
    break_off("record");
    return false;
  }
  if (records_.size() < header_size + length) return false;
  const Buffer body(records_.begin() + header_size,
                    records_.begin() + static_cast<std::ptrdiff_t>(header_size + length));
  records_.erase(records_.begin(), records_.begin() + static_cast<std::ptrdiff_t>(header_size + length));
  if (type == alert)
    take_alert(body);
  else if (type == handshake)
    take_handshake(body);
  else
    break_off("record");  // nothing else has a place before our answer
  return true;
}

void FlightReader::take_alert(Bytes record) {
  NetworkCursor cursor(record);
  if (record.size() != 2) return break_off("alert");
  const Alert alert{cursor.u8(), cursor.u8()};
  constexpr std::uint8_t warning = 1;
  if (alert.level == warning) {
    flight_.warning = alert;
    return;
  }
  flight_.alert = alert;
  over_ = true;
}

void FlightReader::take_handshake(Bytes record) {
  messages_.insert(messages_.end(), record.begin(), record.end());
  while (!over_ && messages_.size() >= 4) {
    NetworkCursor cursor(messages_);
    const auto type = cursor.u8();
    const std::size_t length = cursor.u24();
    if (length > most_bytes) return break_off("too-long");
    if (cursor.left() < length) return;
    const auto body = cursor.take(length);
    const Buffer message(body.begin(), body.end());
    messages_.erase(messages_.begin(), messages_.begin() + static_cast<std::ptrdiff_t>(4 + length));
    take_message(type, message);
  }
}

void FlightReader::take_message(std::uint8_t type, Bytes body) {
  enum : std::uint8_t {
    request = 0,
    hello = 2,
    certificate = 11,
    key_exchange = 12,
    certificate_request = 13,
    done = 14,
    status = 22
  };
  if (type == request) return;
  if ((type == hello) == flight_.hello.has_value()) return break_off("order");
  switch (type) {
    case hello:
      flight_.hello = parse_server_hello(body);
      if (!flight_.hello) return break_off("server-hello");
      over_ = flight_.hello->version >= tls13;  // encrypted from here, or waiting for another hello
      return;
    case certificate: {
      auto certificates = parse_certificates(body);
      if (!certificates) return break_off("certificate");
      flight_.certificates = std::move(*certificates);
      return;
    }
    case key_exchange:
      flight_.key_exchange = parse_server_key_exchange(body, flight_.hello->suite, flight_.hello->version);
      if (!flight_.key_exchange) break_off("server-key-exchange");
      return;
    case status:
      flight_.ocsp_response = parse_certificate_status(body);
      if (!flight_.ocsp_response) break_off("certificate-status");
      return;
    case certificate_request: flight_.client_certificate_wanted = true; return;
    case done:
      flight_.done = true;
      over_ = true;
      return;
    default: return break_off("order");
  }
}

}  // namespace hygie::net::tls
