// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/sqlite.hpp"

#include <string>

namespace hygie::exposure::feeds {

/// Whose words a CVE row holds. Numbers are stored: they stay.
enum class Origin { nvd = 1, cve_list = 2 };

/// The feeds file: made when `create`, and always checked to be ours, of this version.
core::Result<core::sqlite::Handle> open_database(const std::string& path, bool create);
/// An error of the layer below, in the words of the feeds.
[[nodiscard]] core::Error in_feeds_words(core::Error error);

}  // namespace hygie::exposure::feeds
