// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>

namespace hygie::directory {

/// The facts as a file: "HYGIEDIR", version, zstd-compressed tables, SHA-256 of all that precedes. Same facts: same
/// bytes.
[[nodiscard]] std::string write_snapshot(const DirectoryFacts& facts);
/// Reads and verifies it, then derives. A damaged file is an integrity error, a newer version an unsupported one; never
/// a crash, whatever the bytes.
[[nodiscard]] core::Result<DirectoryFacts> read_snapshot(std::string_view bytes);

}  // namespace hygie::directory
