// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hygie::directory {

/// A GUID in the byte order of the wire (MS-DTYP 2.3.4: the first three fields little-endian).
struct Guid {
  std::array<std::uint8_t, 16> bytes{};

  static std::optional<Guid> from_bytes(std::span<const std::uint8_t> raw);
  /// From 00299570-246d-11d0-a768-00aa006e0529, braces allowed; absent when malformed.
  static std::optional<Guid> from_text(std::string_view text);
  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] bool empty() const { return *this == Guid{}; }
  friend bool operator==(const Guid&, const Guid&) = default;
  friend auto operator<=>(const Guid&, const Guid&) = default;
};

namespace detail {
consteval std::uint8_t hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  throw "a GUID is written with 0-9 and a-f";
}
}  // namespace detail

/// A GUID known when we compile: `guid("bf9679c0-0de6-11d0-a285-00aa003049e2")`.
consteval Guid guid(const char (&text)[37]) {
  constexpr std::array<int, 16> from{6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34};
  Guid out;
  for (std::size_t i = 0; i < 16; ++i)
    out.bytes[i] =
        static_cast<std::uint8_t>(detail::hex_digit(text[from[i]]) << 4 | detail::hex_digit(text[from[i] + 1]));
  return out;
}

}  // namespace hygie::directory
