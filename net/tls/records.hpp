// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace hygie::net::tls {

inline constexpr std::uint8_t change_cipher_spec_record = 20, alert_record = 21, handshake_record = 22,
                              heartbeat_record = 24;

/// A record as it passed: what it was and how long. Its content is thrown away, but for the two bytes that an alert
/// has: what a server spills in error is never kept.
struct SeenRecord {
  std::uint8_t type = 0;
  std::uint16_t length = 0;
  std::optional<std::uint8_t> alert;  // of an alert that can be read
  bool fatal = false;
};

/// Follows records in whatever pieces they come.
class RecordWatcher {
 public:
  void feed(Bytes bytes);
  /// Those whose header has come, in their order; of an alert, once it is whole.
  [[nodiscard]] const std::vector<SeenRecord>& seen() const { return seen_; }
  /// What comes is no TLS, or too much of it.
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  void end_header();

  Buffer header_;
  Buffer alert_;
  std::size_t left_ = 0;
  std::vector<SeenRecord> seen_;
  bool broken_ = false;
};

[[nodiscard]] Buffer write_record(std::uint8_t type, std::uint16_t version, Bytes body);

}  // namespace hygie::net::tls
