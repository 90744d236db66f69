// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/dns/zones.hpp"

#include "audits/directory/checks/text.hpp"

#include <algorithm>

namespace hygie::directory {

bool is_vital_zone(const DirectoryFacts& facts, const DnsZone& zone) {
  if (lower(zone.name).starts_with("_msdcs.") || same_name(zone.name, "RootDNSServers")) return true;
  return std::any_of(facts.forest.domains.begin(), facts.forest.domains.end(),
                     [&](std::string_view domain) { return same_name(zone.name, domain); });
}

Findings unsecured_zones(const DirectoryFacts& facts, bool vital) {
  constexpr std::uint32_t primary = 1, anybody = 1;
  Findings found;
  std::size_t examined = 0;
  for (const auto& zone : facts.dns_zones) {
    if (is_vital_zone(facts, zone) != vital) continue;
    ++examined;
    // Root hints, trust anchors, stubs and forwarders need not have the setting; a primary zone has it.
    const bool ordinary = zone.zone_type.value_or(primary) == primary && !zone.name.starts_with("..") &&
                          !same_name(zone.name, "RootDNSServers");
    if (zone.allow_update == anybody) {
      found.push_back(on(facts, Verdict::fail, zone.dn, {{"zone", std::string(zone.name)}}));
    } else if (zone.malformed || (!zone.allow_update && ordinary)) {
      found.push_back(not_read(facts, zone.dn, "dNSProperty"));
    }
  }
  // The domain's own zones may be served outside the directory.
  if (examined == 0) return on_domain(facts, Verdict::not_applicable);
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
