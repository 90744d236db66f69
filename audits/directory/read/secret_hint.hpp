// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace hygie::directory {

/// Which rule recognises a password in a free text ("mdp", "password" ...), empty when none does. A rule is a word that
/// announces a password, in French or English, followed by what may be one. The value itself is never kept.
[[nodiscard]] std::string_view secret_pattern(std::string_view text);

}  // namespace hygie::directory
