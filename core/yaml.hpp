// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace hygie::core {

struct Position {
  int line = 0;    // from 1
  int column = 0;  // from 1
};

/// A YAML document as JSON, with the place of every value by JSON pointer ("/authorisation/from"), so that what reads
/// it can say FILE:LINE:COL.
struct YamlDocument {
  std::string file;
  std::shared_ptr<nlohmann::json> value;
  std::map<std::string, Position, std::less<>> positions;      // of values
  std::map<std::string, Position, std::less<>> key_positions;  // of the keys in front of them

  /// Of a value, or of its key with `of_key`; of the nearest value above when the pointer does not exist.
  [[nodiscard]] Position position(std::string_view pointer, bool of_key = false) const;
  /// FILE:LINE:COL of a value, found the same way.
  [[nodiscard]] std::string where(std::string_view pointer, bool of_key = false) const;
};

/// Plain scalars become null, booleans, integers and numbers as in YAML 1.2's core schema; quoted ones, and dates, stay
/// text. Refused: more than 4 MiB or 200,000 nodes, depth over 64, aliases and anchors, several documents, a key given
/// twice, a key that is not text.
Result<YamlDocument> parse_yaml(std::string_view text, const std::string& file);
Result<YamlDocument> load_yaml(const std::string& path);
/// The whole file, at most `limit` bytes.
Result<std::string> read_file(const std::string& path, std::size_t limit);

}  // namespace hygie::core
