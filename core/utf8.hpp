// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hygie::core {

/// U+FFFD, which stands for bytes that spell no character.
constexpr char32_t replacement = 0xFFFD;

/// The character at `at`, moving `at` past it; `replacement` and one byte further when the bytes are not UTF-8
/// (RFC 3629: no surrogates, no long forms, nothing past U+10FFFF).
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at);

/// Where the first byte lies that is not UTF-8.
[[nodiscard]] std::optional<std::size_t> first_not_utf8(std::string_view text);

}  // namespace hygie::core
