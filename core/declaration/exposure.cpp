// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/exposure.hpp"

#include "core/declaration/meaning.hpp"
#include "core/declaration/paths.hpp"
#include "core/i18n.hpp"
#include "core/suggest.hpp"

#include <algorithm>
#include <charconv>
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

/// The domains that the audit looks at: those of the section, else those authorised.
std::vector<std::string> domains_of(const json& root) {
  for (const auto* pointer : {"/exposure/domains", "/authorisation/domains"}) {
    const json::json_pointer at(pointer);
    if (!root.contains(at) || !root[at].is_array()) continue;
    std::vector<std::string> out;
    for (const auto& one : root[at])
      if (one.is_string()) out.push_back(one.get<std::string>());
    return out;
  }
  return {};
}

std::vector<std::string> paths_of(const json& node, const char* key, const std::string& file) {
  auto paths = node.value(key, std::vector<std::string>{});
  for (auto& path : paths) path = beside(file, path);
  return paths;
}

/// "192.0.2.1:8080", "[2001:db8::1]:8080"
bool is_listener(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return false;
  auto address = text.substr(0, colon);
  const bool bracketed = address.size() > 2 && address.front() == '[' && address.back() == ']';
  if (bracketed) address = address.substr(1, address.size() - 2);
  const bool six = address.find(':') != std::string::npos;
  unsigned port = 0;
  const auto* const end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data() + colon + 1, end, port);
  // an address that stands for all of a machine's own would send each server to itself
  const bool of_nobody = address.find_first_not_of("0:.") == std::string::npos;
  return error == std::errc{} && last == end && port > 0 && port < 65536 && six == bracketed && is_network(address) &&
         address.find('/') == std::string::npos && !of_nobody;
}

/// Selectors by domain are for the domains of the audit alone: another is a mistake of writing.
void check_selectors(const json& root, Problems& problems) {
  const json::json_pointer at("/exposure/dkim");
  if (!root.contains(at) || !root[at].is_object()) return;
  const auto domains = domains_of(root);
  for (const auto& [domain, selectors] : root[at].items())
    if (std::find(domains.begin(), domains.end(), domain) == domains.end())
      problems.at_key(pointer_to("/exposure/dkim", domain),
                      tr("{} is not one of the domains audited", domain) + did_you_mean(domain, domains),
                      tr("add it to exposure: domains, or remove it here"));
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
  const auto listener = text_at(root, "/exposure/proxy_listener");
  if (!listener.empty() && !is_listener(listener))
    problems.at_value("/exposure/proxy_listener", tr("\"{}\" is not an address and a port", listener),
                      tr("for example 192.0.2.1:8080 or \"[2001:db8::1]:8080\""));
  check_selectors(root, problems);
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
  if (const auto dkim = node.find("dkim"); dkim != node.end() && dkim->is_array()) dkim->get_to(out.dkim);
  if (const auto dkim = node.find("dkim"); dkim != node.end() && dkim->is_object())
    for (const auto& [domain, selectors] : dkim->items())
      out.dkim_by_domain[domain] = selectors.get<std::vector<std::string>>();
  out.usual_names = node.value("names", "usual") == "usual";
  out.authorities = beside(file, node.value("authorities", ""));
  out.web_signs = beside(file, node.value("web_signs", ""));
  out.recog = paths_of(node, "recog", file);
  out.proxy_listener = node.value("proxy_listener", "");
  return out;
}

}  // namespace hygie::core
