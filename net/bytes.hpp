// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/bytes.hpp"

#include <utility>
#include <vector>

namespace hygie::net {

using core::as_bytes;
using core::as_text;
using core::Bytes;
using Buffer = std::vector<std::uint8_t>;

/// Slices, and numbers in network order; zeros past the end.
class NetworkCursor : public core::ByteSlices {
 public:
  using ByteSlices::ByteSlices;
  std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t u24() { return number(3); }
  std::uint32_t u32() { return number(4); }
  /// A field preceded by its length, which is written on `width` bytes.
  Bytes counted(std::size_t width) { return take(number(width)); }

 private:
  std::uint32_t number(std::size_t width) {
    std::uint32_t value = 0;
    for (const auto byte : take(width)) value = value << 8U | byte;
    return value;
  }
};

/// Appends numbers in network order, and fields preceded by their length.
class NetworkWriter {
 public:
  NetworkWriter& u8(unsigned value) { return number(value, 1); }
  NetworkWriter& u16(unsigned value) { return number(value, 2); }
  NetworkWriter& u24(unsigned value) { return number(value, 3); }
  NetworkWriter& u32(std::uint32_t value) { return number(value, 4); }
  NetworkWriter& bytes(Bytes bytes) {
    out_.insert(out_.end(), bytes.begin(), bytes.end());
    return *this;
  }
  NetworkWriter& text(std::string_view text) { return bytes(as_bytes(text)); }
  /// What `write` writes, preceded by its length on `width` bytes.
  template <class Write>
  NetworkWriter& counted(std::size_t width, Write write) {
    const auto at = out_.size();
    number(0, width);
    write(*this);
    const auto length = out_.size() - at - width;
    for (std::size_t i = 0; i < width; ++i)
      out_[at + i] = static_cast<std::uint8_t>(length >> (8U * (width - 1 - i)) & 0xffU);
    return *this;
  }
  [[nodiscard]] const Buffer& out() const { return out_; }
  [[nodiscard]] Buffer take() { return std::move(out_); }

 private:
  NetworkWriter& number(std::uint32_t value, std::size_t width) {
    for (auto i = width; i-- > 0;) out_.push_back(static_cast<std::uint8_t>(value >> (8U * i) & 0xffU));
    return *this;
  }

  Buffer out_;
};

}  // namespace hygie::net
