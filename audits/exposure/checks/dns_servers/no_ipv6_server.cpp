// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings no_ipv6_server(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) {
    if (zone.servers.empty()) return on(Verdict::not_applicable, zone.name);
    if (!has_ipv6(zone) && some_unresolved(zone)) return on(Verdict::unknown, zone.name, {{"missing", "DNS"}});
    return on(has_ipv6(zone) ? Verdict::pass : Verdict::fail, zone.name);
  });
}

}  // namespace hygie::exposure
