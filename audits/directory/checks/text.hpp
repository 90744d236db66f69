// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace hygie::directory {

/// Text in small ASCII letters: how host names, service classes and products compare.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace hygie::directory
