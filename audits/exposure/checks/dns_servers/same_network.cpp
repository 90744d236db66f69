// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings same_network(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) {
    const auto network = common_network(zone);
    if (zone.servers.size() < 2) return on(Verdict::not_applicable, zone.name);
    if (!network.empty() && some_unresolved(zone)) return on(Verdict::unknown, zone.name, {{"missing", "DNS"}});
    return on(network.empty() ? Verdict::pass : Verdict::fail, zone.name, {{"network", network}});
  });
}

}  // namespace hygie::exposure
