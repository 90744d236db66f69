// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/exposure.hpp"

#include "core/declaration/meaning.hpp"
#include "core/declaration/paths.hpp"
#include "core/i18n.hpp"

#include <nlohmann/json.hpp>
#include <set>

namespace hygie::core {
namespace {

using nlohmann::json;

int minutes(std::string_view clock) {
  const auto digit = [&](std::size_t at) { return clock[at] - '0'; };
  return (digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4);
}

std::vector<std::uint16_t> ports_of(const json& value) {
  std::set<std::uint16_t> ports;
  if (value.is_number_integer()) ports.insert(value.get<std::uint16_t>());
  if (value.is_array())
    for (const auto& one : value) ports.insert(one.get<std::uint16_t>());
  return {ports.begin(), ports.end()};
}

std::vector<std::string> paths_of(const json& node, const char* key, const std::string& file) {
  auto paths = node.value(key, std::vector<std::string>{});
  for (auto& path : paths) path = beside(file, path);
  return paths;
}

}  // namespace

void check_exposure(const json& root, Problems& problems) {
  const json::json_pointer at("/exposure");
  if (!root.is_object() || !root.contains(at) || !root[at].is_object()) return;
  const auto resolver = text_at(root, "/exposure/resolver");
  if (!resolver.empty() && (!is_network(resolver) || resolver.find('/') != std::string::npos))
    problems.at_value("/exposure/resolver", tr("\"{}\" is not an address", resolver),
                      tr("for example 192.0.2.53 or 2001:db8::53"));
  const auto window = text_at(root, "/exposure/window");
  if (window.size() == 11 && window.substr(0, 5) == window.substr(6))
    problems.at_value("/exposure/window", tr("this window is empty: it ends when it begins"),
                      tr("for example window: \"22:00-06:00\"; without the key, any hour is allowed"));
}

ExposureDeclaration exposure_of(const json& node, const std::string& file) {
  ExposureDeclaration out;
  out.addresses = node.value("addresses", out.addresses);
  out.domains = node.value("domains", out.domains);
  if (node.contains("ports")) {
    out.all_ports = node["ports"] == json("all");
    out.ports = ports_of(node["ports"]);
  }
  out.rate = node.value("rate", out.rate);
  out.inventory = beside(file, node.value("inventory", ""));
  out.vantage = node.value("vantage", out.vantage);
  if (const auto window = node.value("window", ""); !window.empty())
    out.window = Window{minutes(window), minutes(std::string_view(window).substr(6))};
  out.resolver = node.value("resolver", "");
  out.trust_anchor = beside(file, node.value("trust_anchor", ""));
  out.log = beside(file, node.value("log", "hygie-actions.log"));
  out.stop_file = beside(file, node.value("stop_file", "hygie.stop"));
  out.feeds = beside(file, node.value("feeds", ""));
  out.zone_files = paths_of(node, "zone_files", file);
  out.transparency = paths_of(node, "transparency", file);
  out.imports = paths_of(node, "imports", file);
  out.dkim = node.value("dkim", out.dkim);
  out.usual_names = node.value("names", "usual") == "usual";
  out.authorities = beside(file, node.value("authorities", ""));
  return out;
}

}  // namespace hygie::core
