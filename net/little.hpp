// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

namespace hygie::net {

/// Slices, and numbers with their smallest byte first, as SMB and many devices write them; zeros past
/// the end.
class LittleCursor : public core::ByteSlices {
 public:
  using ByteSlices::ByteSlices;
  std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  std::uint64_t u64() { return number(8); }

 private:
  std::uint64_t number(std::size_t width) {
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (const auto byte : take(width)) {
      value |= std::uint64_t{byte} << shift;
      shift += 8;
    }
    return value;
  }
};

/// Appends numbers with their smallest byte first.
class LittleWriter {
 public:
  LittleWriter& u8(unsigned value) { return number(value, 1); }
  LittleWriter& u16(unsigned value) { return number(value, 2); }
  LittleWriter& u32(std::uint32_t value) { return number(value, 4); }
  LittleWriter& u64(std::uint64_t value) { return number(value, 8); }
  LittleWriter& bytes(Bytes bytes) {
    out_.insert(out_.end(), bytes.begin(), bytes.end());
    return *this;
  }
  LittleWriter& text(std::string_view text) { return bytes(as_bytes(text)); }
  LittleWriter& zeros(std::size_t count) {
    out_.insert(out_.end(), count, std::uint8_t{0});
    return *this;
  }
  /// Writes `value` over the four bytes at `at`, for lengths that are known at the end.
  LittleWriter& put_u32(std::size_t at, std::size_t value) {
    for (std::size_t i = 0; i < 4 && at + i < out_.size(); ++i)
      out_[at + i] = static_cast<std::uint8_t>(value >> (8U * i) & 0xffU);
    return *this;
  }
  [[nodiscard]] std::size_t size() const { return out_.size(); }
  [[nodiscard]] Buffer take() { return std::move(out_); }

 private:
  LittleWriter& number(std::uint64_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) out_.push_back(static_cast<std::uint8_t>(value >> (8U * i) & 0xffU));
    return *this;
  }

  Buffer out_;
};

}  // namespace hygie::net
