// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <map>
#include <optional>
#include <string>

/// Modbus over TCP: who makes the device (Modbus Application Protocol V1.1b3, 6.21, Read Device Identification). No
/// register is read or written.
namespace hygie::exposure::modbus {

/// Function 2B/0E, basic objects, of this unit (1 or 255: never a sweep of the others).
[[nodiscard]] net::Buffer identification_request(std::uint16_t transaction, std::uint8_t unit);

struct Answer {
  std::map<std::uint8_t, std::string> objects;  // 0 vendor, 1 product code, 2 revision, 3 address, 4 product, 5 model
  std::optional<std::uint8_t> exception;        // the device knows Modbus, and not this function
};

/// The size of the frame that begins here, header included; absent while seven bytes are not there, and when they are
/// not of Modbus.
[[nodiscard]] std::optional<std::size_t> frame_size(net::Bytes begun);
/// Reads the answer to that request; absent when it is malformed or answers another one.
[[nodiscard]] std::optional<Answer> read_answer(net::Bytes frame, std::uint16_t transaction);

}  // namespace hygie::exposure::modbus
