// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>

namespace hygie::test {

/// "16 03 01": spaces between bytes are for the reader.
[[nodiscard]] inline net::Buffer unhex(std::string_view text) {
  net::Buffer bytes;
  int high = -1;
  for (const char c : text) {
    if (c == ' ') continue;
    const int digit = c <= '9' ? c - '0' : c - 'a' + 10;
    if (high < 0) {
      high = digit;
      continue;
    }
    bytes.push_back(static_cast<std::uint8_t>(high * 16 + digit));
    high = -1;
  }
  return bytes;
}

[[nodiscard]] inline std::string hex(net::Bytes bytes) {
  std::string text;
  for (const auto byte : bytes) text += fmt::format("{:02x}", byte);
  return text;
}

/// A handshake message in a record of its own.
[[nodiscard]] inline net::Buffer handshake(unsigned type, net::Bytes body) {
  net::NetworkWriter out;
  out.u8(22).u16(0x0303).counted(2, [&](net::NetworkWriter& record) {
    record.u8(type).counted(3, [&](net::NetworkWriter& message) { message.bytes(body); });
  });
  return out.take();
}

}  // namespace hygie::test
