// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::core {

/// One thing that a JSON Schema (draft 7) refuses: where (JSON pointer) and why, in the validator's words.
struct SchemaError {
  std::string pointer;
  std::string message;
};

/// The schemas that the program carries, by name: "declaration", "waivers", "catalogue", "report".
[[nodiscard]] std::string_view schema_text(std::string_view name);
/// Empty when the document is valid. A schema that is itself broken is our bug: std::logic_error.
[[nodiscard]] std::vector<SchemaError> validate_schema(const nlohmann::json& document, std::string_view schema_json);

}  // namespace hygie::core
