// SPDX-License-Identifier: EUPL-1.2
#include "core/catalogue.hpp"
#include "core/declaration/meaning.hpp"
#include "core/i18n.hpp"
#include "core/suggest.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hygie::core {
namespace {

using nlohmann::json;

template <class Map>
std::vector<std::string> names_of(const Map& map) {
  std::vector<std::string> names;
  names.reserve(map.size());
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

void check_integer(const json& value, const ParamInfo& param, const std::string& pointer, Problems& problems) {
  if (!value.is_number_integer())
    return problems.at_value(pointer, tr("here a whole number is expected"), tr("write digits alone"));
  const auto number = value.get<std::int64_t>();
  if (param.minimum && number < *param.minimum)
    problems.at_value(pointer, tr("{} is too small: at least {}", number, *param.minimum),
                      tr("choose a value within the bounds"));
  if (param.maximum && number > *param.maximum)
    problems.at_value(pointer, tr("{} is too large: at most {}", number, *param.maximum),
                      tr("choose a value within the bounds"));
}

void check_value(const json& value, const ParamInfo& param, const std::string& pointer, Problems& problems) {
  if (std::holds_alternative<std::int64_t>(param.fallback)) return check_integer(value, param, pointer, problems);
  if (std::holds_alternative<std::string>(param.fallback) && !value.is_string())
    return problems.at_value(pointer, tr("here text is expected"), tr("write it between quotes"));
  if (!param.choices.empty() && std::find(param.choices.begin(), param.choices.end(), value) == param.choices.end()) {
    const auto word = value.get<std::string>();
    return problems.at_value(pointer, tr("unknown value \"{}\"", word) + did_you_mean(word, param.choices),
                             tr("one of: {}", listed(param.choices)));
  }
  if (std::holds_alternative<std::vector<std::string>>(param.fallback) && !value.is_array())
    problems.at_value(pointer, tr("here a list is expected"), tr("for example [a, b]"));
}

}  // namespace

void check_thresholds(const json& root, const Catalogue& catalogue, Problems& problems) {
  if (!root.is_object() || !root.contains("thresholds") || !root["thresholds"].is_object()) return;
  for (const auto& [id, params] : root["thresholds"].items()) {
    const auto pointer = pointer_to("/thresholds", id);
    const CheckInfo* check = catalogue.find(id);
    if (check == nullptr) {
      problems.at_key(pointer, tr("unknown check \"{}\"", id) + did_you_mean(id, names_of(catalogue.checks())),
                      tr("hygie checks lists them all"));
      continue;
    }
    if (!params.is_object()) continue;
    for (const auto& [name, value] : params.items()) {
      const auto below = pointer_to(pointer, name);
      if (const auto param = check->params.find(name); param != check->params.end()) {
        check_value(value, param->second, below, problems);
      } else {
        const auto known = names_of(check->params);
        problems.at_key(below, tr("the check {} has no parameter \"{}\"", id, name) + did_you_mean(name, known),
                        known.empty() ? tr("this check has no parameter") : tr("its parameters: {}", listed(known)));
      }
    }
  }
}

}  // namespace hygie::core
