// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/declaration/problems.hpp"

#include <nlohmann/json_fwd.hpp>

namespace hygie::core {

/// Holds a document against a JSON Schema that the program carries, and says what is wrong in the reader's language,
/// with the mend: what a validator's own words ("does not validate against oneOf") never do. It knows the part of draft
/// 7 that our schemas for people use: $ref, const, type, enum, pattern, bounds, lengths, items, properties, required,
/// additionalProperties; and three words of ours, which other validators ignore: x-format ("date"), x-mend ({fr, en}:
/// how to mend a bad value), x-refused ({key: {fr, en}}: a key that is never allowed, and what to write instead).
void check_shape(const YamlDocument& document, const nlohmann::json& schema, Problems& problems);

}  // namespace hygie::core
