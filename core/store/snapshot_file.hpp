// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The file around the facts of any domain: magic (8 bytes), version (8), then for each part its size (8) and its zstd
/// frame, then the SHA-256 (32) of all that precedes. Numbers little-endian. Same parts: same bytes.
namespace hygie::core {

struct SnapshotKind {
  std::string_view magic;  // eight characters
  std::uint64_t version;
  const char* foreign;  // msgid: what to say of a file of another kind
};

struct SnapshotPart {
  std::unique_ptr<char[]> data;
  std::size_t size = 0;
  [[nodiscard]] std::string_view view() const { return {data.get(), size}; }
};

inline constexpr std::size_t snapshot_header_size = 16, snapshot_digest_size = 32;

[[nodiscard]] std::string pack_snapshot(const SnapshotKind& kind, std::span<const std::string_view> parts);
/// The parts, uncompressed; a damaged file is an integrity error, a newer version an unsupported one. Never more memory
/// than the bytes justify.
[[nodiscard]] Result<std::vector<SnapshotPart>> unpack_snapshot(std::string_view bytes, const SnapshotKind& kind,
                                                                std::size_t parts);
[[nodiscard]] Error damaged_snapshot();
/// SHA-256, 32 bytes.
[[nodiscard]] std::string snapshot_digest(std::string_view bytes);

}  // namespace hygie::core
