// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/bytes.hpp"

#include <cstring>

namespace hygie::directory {

using core::as_bytes;
using core::Bytes;

/// Slices, and numbers in little-endian order; zeros past the end.
class ByteCursor : public core::ByteSlices {
 public:
  using ByteSlices::ByteSlices;
  template <class Number>
  Number number() {
    Number value = 0;
    const auto from = take(sizeof(Number));
    for (std::size_t i = from.size(); i-- > 0;)
      value = static_cast<Number>(static_cast<std::uint64_t>(value) << 8U | from[i]);
    return value;
  }
  std::uint8_t u8() { return number<std::uint8_t>(); }
  std::uint16_t u16() { return number<std::uint16_t>(); }
  std::uint32_t u32() { return number<std::uint32_t>(); }
  std::uint64_t u64() { return number<std::uint64_t>(); }
};

}  // namespace hygie::directory
