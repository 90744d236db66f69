// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/read/stream.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hygie::exposure::feeds {

/// The next row (RFC 4180: quoted fields may hold commas, doubled quotes and line ends); absent at the end. A quote
/// that never ends is an error.
core::Result<std::optional<std::vector<std::string>>> read_csv_row(Stream& bytes);

}  // namespace hygie::exposure::feeds
