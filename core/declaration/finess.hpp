// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace hygie::core {

enum class FinessFault { none, length, character, key };

/// A FINESS number: nine characters, department first (2A and 2B in Corsica), the last one a Luhn key over the others,
/// where A counts 1 and B counts 2.
[[nodiscard]] FinessFault check_finess(std::string_view number);

}  // namespace hygie::core
