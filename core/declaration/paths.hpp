// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

namespace hygie::core {

/// A path written in `file`, as the working folder sees it; empty and "-" stay.
[[nodiscard]] inline std::string beside(const std::string& file, const std::string& path) {
  if (path.empty() || path == "-") return path;
  const std::filesystem::path given(path);
  return given.is_absolute() ? path : (std::filesystem::path(file).parent_path() / given).lexically_normal().string();
}

}  // namespace hygie::core
