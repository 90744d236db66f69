// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace hygie::exposure {

/// The text of that key, empty when it is missing or no text.
[[nodiscard]] std::string text_in(const nlohmann::json& entry, const char* key);
/// The same where one text or a list of them may stand.
[[nodiscard]] std::vector<std::string> texts_in(const nlohmann::json& entry, const char* key);

}  // namespace hygie::exposure
