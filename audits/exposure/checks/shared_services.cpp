// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/shared_services.hpp"

#include "core/embedded.hpp"
#include "core/yaml.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace hygie::exposure {
namespace {

HYGIE_EMBEDDED(exposure_shared_services)

using BySuffix = std::map<std::string, SharedService, std::less<>>;

const BySuffix& services() {
  static const BySuffix known = [] {
    const auto document = core::parse_yaml(exposure_shared_services(), "shared_services.yaml");
    if (!document) throw std::logic_error(document.error().what);
    BySuffix out;
    for (const auto& one : document->value->at("services")) {
      const SharedService service{one.at("service").get<std::string>(), one.at("freed").get<std::string>(),
                                  one.at("claim").get<std::string>(), one.value("sign", "")};
      for (const auto& suffix : one.at("suffixes")) out[suffix.get<std::string>()] = service;
    }
    return out;
  }();
  return known;
}

}  // namespace

const SharedService* shared_service(std::string_view target) {
  // the suffix itself is the provider's own name
  for (auto dot = target.find('.'); dot != std::string_view::npos; dot = target.find('.', dot + 1))
    if (const auto found = services().find(target.substr(dot + 1)); found != services().end()) return &found->second;
  return nullptr;
}

}  // namespace hygie::exposure
