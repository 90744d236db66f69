// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hygie::directory {

/// Base64 (RFC 4648) decoded piece by piece, because LDIF folds it anywhere. The caller gives room for three bytes for
/// four characters.
class Base64Decoder {
 public:
  explicit Base64Decoder(char* out) : begin_(out), out_(out) {}
  /// False when a character is foreign, or when something follows the padding.
  bool feed(std::string_view text) {
    for (const char c : text) {
      const auto value = values[static_cast<unsigned char>(c)];
      if (value == padding && count_ >= 2) {
        ++padded_;
        ++count_;
      } else if (value >= padding || padded_ > 0) {
        return false;
      } else {
        bits_ = bits_ << 6U | value;
        ++count_;
      }
      if (count_ == 4) flush();
    }
    return true;
  }
  /// False when the last group is not whole.
  [[nodiscard]] bool finished() const { return count_ == 0; }
  [[nodiscard]] std::string_view text() const { return {begin_, static_cast<std::size_t>(out_ - begin_)}; }

 private:
  static constexpr std::uint8_t padding = 64, foreign = 65;
  static constexpr auto values = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(foreign);
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < alphabet.size(); ++i)
      table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    table[static_cast<unsigned char>('=')] = padding;
    return table;
  }();
  void flush() {
    const auto group = bits_ << (6U * padded_);
    *out_++ = static_cast<char>(group >> 16U & 0xffU);
    if (padded_ < 2) *out_++ = static_cast<char>(group >> 8U & 0xffU);
    if (padded_ < 1) *out_++ = static_cast<char>(group & 0xffU);
    bits_ = 0;
    count_ = 0;
  }
  char* begin_;
  char* out_;
  std::uint32_t bits_ = 0;
  unsigned count_ = 0, padded_ = 0;
};

}  // namespace hygie::directory
