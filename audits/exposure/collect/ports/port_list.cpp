// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/ports/port_list.hpp"

#include "core/embedded.hpp"
#include "core/yaml.hpp"

#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <stdexcept>

namespace hygie::exposure {
namespace {

HYGIE_EMBEDDED(exposure_ports)

std::vector<std::uint16_t> read(const char* transport) {
  const auto document = core::parse_yaml(exposure_ports(), "exposure_ports.yaml");
  if (!document) throw std::logic_error(document.error().what);
  std::set<std::uint16_t> ports;
  for (const auto& group : document->value->at(transport))
    for (const auto& port : group.at("ports")) ports.insert(port.get<std::uint16_t>());
  return {ports.begin(), ports.end()};
}

}  // namespace

const std::vector<std::uint16_t>& default_ports(std::string_view transport) {
  static const auto tcp = read("tcp"), udp = read("udp");
  return transport == "udp" ? udp : tcp;
}

std::vector<std::uint16_t> every_port() {
  std::vector<std::uint16_t> ports(65535);
  std::iota(ports.begin(), ports.end(), std::uint16_t{1});
  return ports;
}

}  // namespace hygie::exposure
