// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/ldif.hpp"

namespace hygie::directory {
namespace {

void append(std::string& out, std::uint32_t point) {
  const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0U | point >> 6U);
    byte(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    byte(0xE0U | point >> 12U);
    byte(0x80U | (point >> 6U & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  } else {
    byte(0xF0U | point >> 18U);
    byte(0x80U | (point >> 12U & 0x3FU));
    byte(0x80U | (point >> 6U & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  }
}

constexpr std::uint32_t replacement = 0xFFFD;

}  // namespace

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

std::string utf16_to_utf8(std::string_view bytes) {
  const bool little = bytes.starts_with("\xFF\xFE");
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    const std::uint32_t first = static_cast<unsigned char>(bytes[at]),
                        second = static_cast<unsigned char>(bytes[at + 1]);
    return little ? second << 8U | first : first << 8U | second;
  };
  std::string out;
  out.reserve(bytes.size() / 2);
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    auto point = unit(at);
    at += 2;
    if (point == 0xFEFF) continue;  // a mark: concatenated files have several
    if (point >= 0xD800 && point < 0xE000) {
      const auto low = point < 0xDC00 && at + 1 < bytes.size() ? unit(at) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      } else {
        point = replacement;
      }
    }
    append(out, point);
  }
  if (at < bytes.size()) append(out, replacement);
  return out;
}

}  // namespace hygie::directory
