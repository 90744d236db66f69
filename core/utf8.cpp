// SPDX-License-Identifier: EUPL-1.2
#include "core/utf8.hpp"

namespace hygie::core {
namespace {

/// Length of the sequence that a first byte announces, and the smallest character it may spell; 0 when it announces
/// none.
struct Lead {
  std::size_t length = 0;
  char32_t bits = 0;
  char32_t least = 0;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U, 0x10000};
  return {};
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const Lead lead = lead_of(first);
  if (lead.length == 0 || at + lead.length - 1 > text.size()) return replacement;
  char32_t character = lead.bits;
  for (std::size_t i = 0; i + 1 < lead.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0U) != 0x80) return replacement;
    character = (character << 6U) | (byte & 0x3FU);
  }
  if (character < lead.least || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
    return replacement;
  at += lead.length - 1;
  return character;
}

std::optional<std::size_t> first_not_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    if (next_character(text, at) == replacement && at == start + 1) return start;
  }
  return std::nullopt;
}

}  // namespace hygie::core
