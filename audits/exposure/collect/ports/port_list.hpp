// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hygie::exposure {

/// data/exposure_ports.yaml, carried by the program: sorted, each once. `transport`: "tcp" or "udp".
[[nodiscard]] const std::vector<std::uint16_t>& default_ports(std::string_view transport);
/// 1 to 65535.
[[nodiscard]] std::vector<std::uint16_t> every_port();

}  // namespace hygie::exposure
