// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/waivers.hpp"

#include "core/calendar.hpp"
#include "core/declaration/meaning.hpp"
#include "core/declaration/shape.hpp"
#include "core/i18n.hpp"
#include "core/schema.hpp"
#include "core/suggest.hpp"

#include <nlohmann/json.hpp>

namespace hygie::core {
namespace {

using nlohmann::json;

constexpr std::chrono::days longest{366};

std::vector<std::string> ids_of(const Catalogue& catalogue) {
  std::vector<std::string> ids;
  for (const auto& [id, info] : catalogue.checks()) ids.push_back(id);
  return ids;
}

void check_waiver(const json& root, const std::string& pointer, const Catalogue& catalogue, std::chrono::sys_days today,
                  Problems& problems) {
  const auto check = text_at(root, pointer + "/check");
  if (!check.empty() && catalogue.find(check) == nullptr)
    problems.at_value(pointer + "/check", tr("unknown check \"{}\"", check) + did_you_mean(check, ids_of(catalogue)),
                      tr("hygie checks lists them all"));
  const auto until = parse_date(text_at(root, pointer + "/until"));
  if (until && *until > today + longest)
    problems.at_value(pointer + "/until", tr("a waiver lasts {} days at most", longest.count()),
                      tr("the last day possible today is {}", format_date(today + longest)));
}

}  // namespace

Checked<std::vector<Waiver>> read_waivers(const YamlDocument& document, const Catalogue& catalogue,
                                          std::chrono::sys_days today) {
  const json& root = *document.value;
  Problems problems(document);
  static const json schema = json::parse(schema_text("waivers"));
  check_shape(document, schema, problems);
  const bool listed = root.is_object() && root.contains("waivers") && root["waivers"].is_array();
  if (root.is_object()) check_first_line(root, document, problems);
  for (std::size_t i = 0; listed && i < root["waivers"].size(); ++i)
    check_waiver(root, pointer_to("/waivers", i), catalogue, today, problems);
  if (!problems.empty()) return tl::make_unexpected(problems.sorted());
  std::vector<Waiver> waivers;
  for (std::size_t i = 0; i < root["waivers"].size(); ++i) {
    const json& node = root["waivers"][i];
    waivers.push_back({.check = node.at("check").get<std::string>(),
                       .object = node.value("object", ""),
                       .by = node.at("by").get<std::string>(),
                       .reason = node.at("reason").get<std::string>(),
                       .until = parse_date(node.at("until").get<std::string>()).value_or(today),
                       .where = document.where(pointer_to("/waivers", i))});
  }
  return waivers;
}

Checked<std::vector<Waiver>> load_waivers(const std::string& path, const Catalogue& catalogue,
                                          std::chrono::sys_days today) {
  const auto document = load_yaml(path);
  if (!document) return tl::make_unexpected(std::vector{document.error()});
  return read_waivers(*document, catalogue, today);
}

}  // namespace hygie::core
