// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/json_fields.hpp"

#include <nlohmann/json.hpp>

namespace hygie::exposure {

std::string text_in(const nlohmann::json& entry, const char* key) {
  const auto found = entry.find(key);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_in(const nlohmann::json& entry, const char* key) {
  const auto found = entry.find(key);
  if (found == entry.end()) return {};
  if (found->is_string()) return {found->get<std::string>()};
  std::vector<std::string> out;
  if (found->is_array())
    for (const auto& one : *found)
      if (one.is_string()) out.push_back(one.get<std::string>());
  return out;
}

}  // namespace hygie::exposure
