// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/guid.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace hygie::directory {
namespace {
// Where each byte of the wire form stands in the text form.
constexpr std::array<std::size_t, 16> text_position{6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34};
}  // namespace

std::optional<Guid> Guid::from_bytes(std::span<const std::uint8_t> raw) {
  if (raw.size() != 16) return std::nullopt;
  Guid out;
  std::copy(raw.begin(), raw.end(), out.bytes.begin());
  return out;
}

std::optional<Guid> Guid::from_text(std::string_view text) {
  if (text.size() == 38 && text.front() == '{' && text.back() == '}') text = text.substr(1, 36);
  if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return std::nullopt;
  Guid out;
  for (std::size_t i = 0; i < 16; ++i) {
    const char* at = text.data() + text_position[i];
    const auto [end, error] = std::from_chars(at, at + 2, out.bytes[i], 16);
    if (error != std::errc{} || end != at + 2) return std::nullopt;
  }
  return out;
}

std::string Guid::to_string() const {
  std::string out(36, '-');
  for (std::size_t i = 0; i < 16; ++i)
    fmt::format_to(out.begin() + static_cast<std::ptrdiff_t>(text_position[i]), "{:02x}", bytes[i]);
  return out;
}

}  // namespace hygie::directory
