// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts/unfinished.hpp"
#include "net/engine/scan.hpp"

#include <string_view>

namespace hygie::exposure {

/// "1-21,23,80-443": ports, sorted and each once, by ranges.
[[nodiscard]] std::string ranges_of(const std::vector<std::uint16_t>& ports);
/// The ports of such a text; none of one that is not such a text: they are then asked again.
[[nodiscard]] std::vector<std::uint16_t> ports_of(std::string_view ranges);

/// What a scan decided of one address, to be saved; `ports` are those of that address, in their order.
void note_ports(const std::vector<net::PortResult>& ports, const net::HostSummary& host, PortsRead& read);
/// The same as the engine takes it, for the host in that place of the request.
[[nodiscard]] std::vector<net::PortResult> known_ports(const PortsRead& read, std::uint32_t host);
[[nodiscard]] net::HostSummary known_host(const PortsRead& read);

}  // namespace hygie::exposure
