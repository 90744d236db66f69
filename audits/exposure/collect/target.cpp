// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/target.hpp"

#include "audits/exposure/collect/mail/lookup.hpp"
#include "audits/exposure/facts/names.hpp"
#include "core/i18n.hpp"

#include <arpa/inet.h>
#include <algorithm>
#include <array>
#include <set>

namespace hygie::exposure {
namespace {

constexpr unsigned most_host_bits = 16;

std::string text_of(const std::vector<unsigned char>& bytes) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(bytes.size() == 4 ? AF_INET : AF_INET6, bytes.data(), text.data(), text.size());
  return text.data();
}

void increment(std::vector<unsigned char>& bytes) {
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte)
    if (++*byte != 0) return;
}

}  // namespace

core::Result<std::vector<std::string>> every_address(const std::vector<std::string>& networks) {
  std::vector<std::string> out;
  std::set<std::vector<unsigned char>> seen;
  for (const auto& text : networks) {
    auto network = net::parse_network(text);
    if (!network) return tl::make_unexpected(network.error());
    const auto bits = static_cast<unsigned>(network->bytes.size() * 8) - network->bits;
    if (bits > most_host_bits)
      return core::failure(
          core::ErrorCode::config,
          core::tr("the network {} has more than 65,536 addresses: it cannot be asked one by one", text), {},
          core::tr("declare the parts of it that are used, or the names that lead there"));
    auto bytes = network->bytes;
    for (std::uint64_t i = 0; i < std::uint64_t{1} << bits; ++i, increment(bytes))
      if (seen.insert(bytes).second) out.push_back(text_of(bytes));
  }
  return out;
}

bool is_private_address(std::string_view address) {
  static const auto networks = [] {
    std::vector<net::Network> out;
    for (const auto* text :
         {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "fc00::/7", "fe80::/10"})
      out.push_back(net::parse_network(text).value());
    return out;
  }();
  return std::any_of(networks.begin(), networks.end(),
                     [&](const net::Network& network) { return net::holds(network, address); });
}

bool is_declared(const Target& target, std::string_view name) {
  return std::any_of(target.domains.begin(), target.domains.end(),
                     [&](const std::string& domain) { return below(name, lower(domain)); });
}

std::vector<std::string> declared_names(const Target& target) {
  std::set<std::string> names;
  for (const auto& domain : target.domains) {
    names.insert(domain);
    names.insert("www." + domain);
  }
  for (const auto& asset : target.inventory.assets)
    if (!asset.name.empty()) names.insert(asset.name);
  return {names.begin(), names.end()};
}

}  // namespace hygie::exposure
