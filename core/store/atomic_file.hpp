// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>

namespace hygie::core {

/// Writes the file whole or not at all: a temporary one in the same folder, fsync, rename, fsync of the folder.
/// Readable by its owner alone: what we write describes how a hospital can be attacked.
Status write_file(const std::string& path, std::string_view bytes);
/// Would `write_file` probably succeed? Asked before anything is collected, so that nothing collected is lost.
Status can_write_file(const std::string& path);

}  // namespace hygie::core
