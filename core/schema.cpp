// SPDX-License-Identifier: EUPL-1.2
#include "core/schema.hpp"

#include "core/embedded.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

namespace hygie::core {
namespace {

HYGIE_EMBEDDED(schema_catalogue)
HYGIE_EMBEDDED(schema_declaration)
HYGIE_EMBEDDED(schema_waivers)
HYGIE_EMBEDDED(schema_report)
HYGIE_EMBEDDED(schema_inventory)
HYGIE_EMBEDDED(schema_register)

/// valijson names a place "<root>[a][0]"; the rest of the program speaks JSON pointers.
std::string pointer_of(const std::vector<std::string>& context) {
  std::string pointer;
  for (const auto& step : context) {
    if (step == "<root>") continue;
    pointer += '/';
    pointer += step.size() > 2 && step.front() == '[' ? step.substr(1, step.size() - 2) : step;
  }
  return pointer;
}

}  // namespace

std::string_view schema_text(std::string_view name) {
  if (name == "catalogue") return schema_catalogue();
  if (name == "declaration") return schema_declaration();
  if (name == "waivers") return schema_waivers();
  if (name == "report") return schema_report();
  if (name == "inventory") return schema_inventory();
  if (name == "register") return schema_register();
  throw std::logic_error("no schema " + std::string(name));
}

std::vector<SchemaError> validate_schema(const nlohmann::json& document, std::string_view schema_json) {
  valijson::Schema schema;
  valijson::SchemaParser parser;
  const auto parsed = nlohmann::json::parse(schema_json);
  const valijson::adapters::NlohmannJsonAdapter schema_adapter(parsed);
  parser.populateSchema(schema_adapter, schema);
  valijson::Validator validator;
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(document);
  std::vector<SchemaError> errors;
  if (validator.validate(schema, target, &results)) return errors;
  for (valijson::ValidationResults::Error error; results.popError(error);)
    errors.push_back({pointer_of(error.context), error.description});
  return errors;
}

}  // namespace hygie::core
