// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/read/front_matter.hpp"

#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "core/yaml.hpp"

#include <nlohmann/json.hpp>

namespace hygie::exposure::feeds {
namespace {

/// YAML's own depth limit bounds the recursion.
Value to_value(const nlohmann::json& from) {
  Value out;
  if (from.is_boolean()) {
    out = {.kind = Value::Kind::boolean, .truth = from.get<bool>()};
  } else if (from.is_number()) {
    out = {.kind = Value::Kind::number, .number = from.get<double>(), .text = from.dump()};
  } else if (from.is_string()) {
    out = {.kind = Value::Kind::text, .text = from.get<std::string>()};
  } else if (from.is_structured()) {
    out.kind = from.is_array() ? Value::Kind::array : Value::Kind::object;
    for (const auto& [key, value] : from.items()) {
      out.items.push_back(to_value(value));
      if (from.is_object()) out.items.back().key = key;
    }
  }
  return out;
}

}  // namespace

core::Result<Value> read_front_matter(Stream& bytes, const std::string& name) {
  std::string text, line;
  if (!bytes.line(line) || line != "---")
    return core::failure(core::ErrorCode::parse, core::tr("there is no line --- at the beginning"), name);
  // an empty first line keeps the line numbers of the file in YAML's errors
  text = "\n";
  bool closed = false;
  while (!closed && text.size() <= core::limits::yaml_bytes && bytes.line(line)) {
    closed = line == "---";
    if (!closed) text += line + "\n";
  }
  if (!bytes.status()) return tl::make_unexpected(bytes.status().error());
  if (!closed)
    return core::failure(core::ErrorCode::parse, core::tr("the line --- that ends the front matter is missing"), name);
  const auto parsed = core::parse_yaml(text, name);
  if (!parsed) return tl::make_unexpected(parsed.error());
  return to_value(*parsed->value);
}

}  // namespace hygie::exposure::feeds
