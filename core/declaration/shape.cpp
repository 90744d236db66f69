// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/shape.hpp"

#include "core/calendar.hpp"
#include "core/i18n.hpp"
#include "core/suggest.hpp"

#include <nlohmann/json.hpp>
#include <regex>
#include <stdexcept>

namespace hygie::core {
namespace {

using nlohmann::json;

std::string type_name(std::string_view type) {
  if (type == "object") return tr("keys and values");
  if (type == "array") return tr("a list");
  if (type == "string") return tr("text");
  if (type == "integer") return tr("a whole number");
  if (type == "number") return tr("a number");
  if (type == "boolean") return tr("true or false");
  return tr("nothing");
}

bool has_type(const json& node, std::string_view type) {
  if (type == "object") return node.is_object();
  if (type == "array") return node.is_array();
  if (type == "string") return node.is_string();
  if (type == "integer") return node.is_number_integer();
  if (type == "number") return node.is_number();
  if (type == "boolean") return node.is_boolean();
  throw std::logic_error("a schema asks for the type " + std::string(type));
}

std::string type_of(const json& node) {
  for (const auto* type : {"object", "array", "string", "integer", "number", "boolean"})
    if (has_type(node, type)) return type_name(type);
  return type_name("null");
}

std::string in_language(const json& text) {
  return text.at(language() == Language::fr ? "fr" : "en").get<std::string>();
}

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

class Walker {
 public:
  Walker(const json& schema, Problems& problems) : schema_(schema), problems_(problems) {}

  void start(const json& node) { walk(node, schema_, ""); }

 private:
  const json& resolved(const json& schema) const {
    if (!schema.contains("$ref")) return schema;
    return schema_.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1)));
  }

  void refuse(const json& schema, const std::string& pointer, std::string what) {
    problems_.at_value(pointer, std::move(what), schema.contains("x-mend") ? in_language(schema["x-mend"]) : "");
  }

  void walk(const json& node, const json& reference, const std::string& pointer) {
    const json& schema = resolved(reference);
    if (!type_fits(node, schema, pointer)) return;
    if (schema.contains("const") && node != schema["const"])
      refuse(schema, pointer, tr("this must be {}", schema["const"].dump()));
    if (schema.contains("enum")) choice(node, schema, pointer);
    if (node.is_string()) text(node.get<std::string>(), schema, pointer);
    if (node.is_number_integer()) number(node.get<std::int64_t>(), schema, pointer);
    if (node.is_array()) list(node, schema, pointer);
    if (node.is_object()) object(node, schema, pointer);
  }

  bool type_fits(const json& node, const json& schema, const std::string& pointer) {
    if (!schema.contains("type")) return true;
    const auto types = schema["type"].is_array() ? schema["type"].get<std::vector<std::string>>()
                                                 : std::vector{schema["type"].get<std::string>()};
    std::string expected;
    for (const auto& type : types) {
      if (has_type(node, type)) return true;
      expected += (expected.empty() ? "" : tr(" or ")) + type_name(type);
    }
    refuse(schema, pointer, tr("here stands {}, but {} is expected", type_of(node), expected));
    return false;
  }

  void choice(const json& node, const json& schema, const std::string& pointer) {
    std::vector<std::string> words;
    for (const auto& one : schema["enum"]) {
      if (one == node) return;
      if (one.is_string()) words.push_back(one.get<std::string>());
    }
    const auto given = node.is_string() ? node.get<std::string>() : node.dump();
    problems_.at_value(pointer, tr("unknown value \"{}\"", given) + did_you_mean(given, words),
                       tr("one of: {}", joined(words)));
  }

  void text(const std::string& value, const json& schema, const std::string& pointer) {
    if (schema.value("minLength", 0U) > 0 && value.find_first_not_of(" \t\n") == std::string::npos)
      return refuse(schema, pointer, tr("this is empty"));
    if (value.size() < schema.value("minLength", std::size_t{0}))
      return refuse(schema, pointer,
                    tr("this is shorter than {} characters", schema.value("minLength", std::size_t{0})));
    if (value.size() > schema.value("maxLength", std::size_t{4096}))
      return refuse(schema, pointer,
                    tr("this is longer than {} characters", schema.value("maxLength", std::size_t{4096})));
    if (schema.contains("pattern") && !std::regex_search(value, std::regex(schema["pattern"].get<std::string>())))
      return refuse(schema, pointer, tr("\"{}\" does not have the form expected here", value));
    if (schema.value("x-format", "") == "date" && !parse_date(value))
      refuse(schema, pointer, tr("\"{}\" is not a day of the calendar", value));
  }

  void number(std::int64_t value, const json& schema, const std::string& pointer) {
    if (schema.contains("minimum") && value < schema["minimum"].get<std::int64_t>())
      refuse(schema, pointer, tr("{} is too small: at least {}", value, schema["minimum"].get<std::int64_t>()));
    if (schema.contains("maximum") && value > schema["maximum"].get<std::int64_t>())
      refuse(schema, pointer, tr("{} is too large: at most {}", value, schema["maximum"].get<std::int64_t>()));
  }

  void list(const json& node, const json& schema, const std::string& pointer) {
    if (node.size() < schema.value("minItems", std::size_t{0})) refuse(schema, pointer, tr("this list is empty"));
    if (!schema.contains("items")) return;
    for (std::size_t i = 0; i < node.size(); ++i) walk(node[i], schema["items"], pointer_to(pointer, i));
  }

  void object(const json& node, const json& schema, const std::string& pointer) {
    const json properties = schema.value("properties", json::object());
    for (const auto& [key, value] : node.items()) {
      const auto below = pointer_to(pointer, key);
      if (properties.contains(key)) {
        walk(value, properties[key], below);
      } else if (schema.contains("x-refused") && schema["x-refused"].contains(key)) {
        problems_.at_key(below, tr("the key \"{}\" is not allowed here", key), in_language(schema["x-refused"][key]));
      } else if (const json more = schema.value("additionalProperties", json(true)); more.is_object()) {
        walk(value, more, below);
      } else if (more == json(false)) {
        problems_.at_key(below, tr("unknown key \"{}\"", key) + did_you_mean(key, keys_of(properties)),
                         tr("known keys: {}", joined(keys_of(properties))));
      }
    }
    for (const auto& key : schema.value("required", std::vector<std::string>{}))
      if (!node.contains(key)) missing(key, properties, pointer);
  }

  void missing(const std::string& key, const json& properties, const std::string& pointer) {
    std::string hint;
    if (properties.contains(key))
      if (const json& schema = resolved(properties[key]); schema.contains("x-mend"))
        hint = in_language(schema["x-mend"]);
    problems_.at_key(pointer, tr("the key \"{}\" is missing", key), std::move(hint));
  }

  const json& schema_;
  Problems& problems_;
};

}  // namespace

void check_shape(const YamlDocument& document, const json& schema, Problems& problems) {
  Walker(schema, problems).start(*document.value);
}

}  // namespace hygie::core
