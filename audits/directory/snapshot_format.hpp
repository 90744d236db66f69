// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/objects.hpp"
#include "core/i18n.hpp"
#include "core/store/snapshot_file.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// What the writer and the reader of snapshots agree on, beside the file itself (core/store/snapshot_file.hpp): a part
/// for the text, one for the body.
namespace hygie::directory::snapshot {

inline constexpr core::SnapshotKind kind{"HYGIEDIR", 1, core::msgid("this is not a snapshot of a directory")};

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

/// The file around a text and a body, both uncompressed.
std::string pack(const std::string& text, const std::string& body);

}  // namespace hygie::directory::snapshot
