// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/inventory.hpp"

#include "core/calendar.hpp"
#include "core/declaration/shape.hpp"
#include "core/i18n.hpp"
#include "core/schema.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

namespace hygie::exposure {
namespace {

using core::pointer_to;
using core::Problems;
using core::tr;
using nlohmann::json;

core::OptionalInstant instant_at(const json& node, const char* key) {
  const auto day = core::parse_date(node.value(key, ""));
  return day ? core::OptionalInstant(core::Instant(*day)) : core::OptionalInstant{};
}

void read_host(const json& host, Asset& asset) {
  asset.host_name = host.value("name", "");
  asset.host_country = host.value("country", "");
  asset.host_consent = host.value("consent", "");
  if (!host.contains("hds")) return;
  asset.hds_certificate = host["hds"].value("certificate", "");
  asset.hds_until = instant_at(host["hds"], "until");
  for (const auto& activity : host["hds"].value("activities", std::vector<int>{}))
    asset.hds_activities.push_back(std::to_string(activity));
}

Asset asset_of(const json& node) {
  Asset asset;
  asset.id = node.value("id", "");
  asset.name = node.value("name", "");
  asset.addresses = node.value("addresses", asset.addresses);
  asset.services = node.value("services", asset.services);
  asset.owner = node.value("owner", "");
  asset.purpose = node.value("purpose", "");
  asset.product = node.value("product", "");
  asset.version = node.value("version", "");
  asset.key_sha256 = node.value("key", "");
  asset.until = instant_at(node, "until");
  asset.care = node.value("care", 0);
  if (node.contains("second_factor")) asset.second_factor = node["second_factor"].get<bool>() ? "yes" : "no";
  asset.health_data = node.value("health_data", false);
  if (node.contains("host")) read_host(node["host"], asset);
  return asset;
}

/// "104" or "1-65535"; false when it is not one, or the wrong way round.
bool read_ports(const std::string& text, net::Rule& rule) {
  const char* const last = text.data() + text.size();
  auto [end, error] = std::from_chars(text.data(), last, rule.first);
  if (error != std::errc{}) return false;
  rule.last = rule.first;
  if (end != last) {
    const auto more = std::from_chars(end + 1, last, rule.last);
    if (more.ec != std::errc{} || more.ptr != last) return false;
  }
  return rule.first <= rule.last;
}

void check_network(const std::string& text, const std::string& pointer, Problems& problems) {
  if (const auto network = net::parse_network(text); !network)
    problems.at_value(pointer, network.error().what, network.error().hint);
}

void read_fragile(const json& node, const std::string& pointer, Inventory& out, Problems& problems) {
  net::Rule rule;
  const auto network = net::parse_network(node.value("network", ""));
  if (!network) return check_network(node.value("network", ""), pointer_to(pointer, "network"), problems);
  rule.network = *network;
  if (const auto ports = node.value("ports", "1-65535"); !read_ports(ports, rule))
    return problems.at_value(pointer_to(pointer, "ports"), tr("\"{}\" are not ports", ports), "104, 1-65535");
  rule.manner =
      node.value("manner", "do_not_touch") == "connect_only" ? net::Manner::connect_only : net::Manner::do_not_touch;
  rule.reason = node.value("reason", "");
  rule.owner = node.value("owner", "");
  out.fragile.push_back(std::move(rule));
}

void check_asset(const json& node, const std::string& pointer, Problems& problems) {
  if (!node.contains("name") && node.value("addresses", json::array()).empty())
    problems.at_value(pointer, tr("this asset has neither a name nor an address"),
                      tr("add name: www.exemple.test, or addresses: [192.0.2.10]"));
  const auto addresses = node.value("addresses", std::vector<std::string>{});
  for (std::size_t i = 0; i < addresses.size(); ++i)
    check_network(addresses[i], pointer_to(pointer_to(pointer, "addresses"), i), problems);
}

void add_asset(Asset asset, Inventory& out) {
  if (!asset.host_name.empty() && asset.host_consent.empty())
    for (const auto& address : asset.addresses)
      if (const auto network = net::parse_network(address)) out.without_consent.push_back(*network);
  std::transform(asset.name.begin(), asset.name.end(), asset.name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  out.assets.push_back(std::move(asset));
}

}  // namespace

core::Checked<Inventory> read_inventory(const core::YamlDocument& document) {
  const json& root = *document.value;
  Problems problems(document);
  static const json schema = json::parse(core::schema_text("inventory"));
  core::check_shape(document, schema, problems);
  if (!problems.empty()) return tl::make_unexpected(problems.sorted());
  Inventory out;
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < root["assets"].size(); ++i) {
    const auto pointer = pointer_to("/assets", i);
    check_asset(root["assets"][i], pointer, problems);
    auto asset = asset_of(root["assets"][i]);
    asset.where = document.where(pointer);
    if (!seen.emplace(asset.id, i).second)
      problems.at_value(pointer_to(pointer, "id"), tr("the asset \"{}\" is declared twice", asset.id),
                        tr("give each its own id"));
    add_asset(std::move(asset), out);
  }
  const auto fragile = root.value("fragile", json::array());
  for (std::size_t i = 0; i < fragile.size(); ++i) read_fragile(fragile[i], pointer_to("/fragile", i), out, problems);
  for (const auto& one : root.value("dicom", json::array()))
    out.dicom.push_back({one.value("address", ""), one.value("port", std::uint16_t{104}), one.value("called", ""),
                         one.value("calling", "HYGIE")});
  for (const auto& one : root.value("hl7", json::array()))
    out.hl7.push_back({one.value("address", ""), one.value("port", std::uint16_t{2575})});
  if (!problems.empty()) return tl::make_unexpected(problems.sorted());
  return out;
}

void place_assets(const std::vector<std::string>& seen, std::vector<Asset>& assets) {
  for (auto& asset : assets) {
    std::vector<std::string> more;
    for (const auto& declared : asset.addresses) {
      const auto network = net::parse_network(declared);
      if (!network) continue;  // an older snapshot's word; refused in an inventory
      for (const auto& address : seen)
        if (net::holds(*network, address) &&
            std::find(asset.addresses.begin(), asset.addresses.end(), address) == asset.addresses.end() &&
            std::find(more.begin(), more.end(), address) == more.end())
          more.push_back(address);
    }
    asset.addresses.insert(asset.addresses.end(), more.begin(), more.end());
  }
}

core::Checked<Inventory> load_inventory(const std::string& path) {
  const auto document = core::load_yaml(path);
  if (!document) return tl::make_unexpected(std::vector{document.error()});
  return read_inventory(*document);
}

}  // namespace hygie::exposure
