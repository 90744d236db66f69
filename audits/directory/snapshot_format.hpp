// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/objects.hpp"

#include <openssl/evp.h>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

/// What the writer and the reader of snapshots agree on: magic (8 bytes), version (8), then twice the size (8) and the
/// zstd frame of the text and of the body, then the SHA-256 (32) of all that precedes. Numbers little-endian.
namespace hygie::directory::snapshot {

inline constexpr std::string_view magic = "HYGIEDIR";
inline constexpr std::uint64_t version = 1;
inline constexpr int level = 3;
inline constexpr std::size_t header_size = 16, digest_size = 32;

template <class Enum>
inline constexpr bool is_reference =
    std::is_same_v<Enum, NameRef> || std::is_same_v<Enum, SidRef> || std::is_same_v<Enum, DescriptorRef>;

/// Small numbers of either sign become small numbers.
constexpr std::uint64_t zigzag(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U ^ (~(value & 1U) + 1U));
}

inline void store_number(std::string& out, std::size_t at, std::uint64_t value) {
  for (std::size_t i = 0; i < 8; ++i) out[at + i] = static_cast<char>(value >> (8U * i) & 0xffU);
}
inline std::uint64_t load_number(std::string_view in, std::size_t at) {
  std::uint64_t value = 0;
  for (std::size_t i = 8; i-- > 0;) value = value << 8U | static_cast<unsigned char>(in[at + i]);
  return value;
}

inline std::string digest(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, EVP_sha256(), nullptr);
  return {reinterpret_cast<const char*>(out.data()), size};
}

/// The file around a text and a body, both uncompressed.
std::string pack(const std::string& text, const std::string& body);

}  // namespace hygie::directory::snapshot
