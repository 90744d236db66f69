// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/text.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

/// Why the zone is one too many; empty when it is not.
std::string_view reason(const DirectoryFacts& facts, const DnsZone& zone) {
  const auto name = lower(facts.name(zone.dn));
  if (name.find("cnf:") != std::string::npos) return "replication conflict";
  if (name.starts_with("dc=..inprogress")) return "copy in progress";
  // Root hints and trust anchors lie in several partitions by design.
  if (zone.name.starts_with("..") || same_name(zone.name, "RootDNSServers")) return {};
  const auto copies = std::count_if(facts.dns_zones.begin(), facts.dns_zones.end(),
                                    [&](const DnsZone& one) { return same_name(one.name, zone.name); });
  return copies > 1 ? "several partitions" : std::string_view{};
}

}  // namespace

Findings duplicated_zones(const DirectoryFacts& facts, const Params&) {
  if (facts.dns_zones.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  for (const auto& zone : facts.dns_zones)
    if (const auto why = reason(facts, zone); !why.empty())
      found.push_back(
          on(facts, Verdict::fail, zone.dn, {{"zone", std::string(zone.name)}, {"reason", std::string(why)}}));
  return or_pass(std::move(found), facts, facts.dns_zones.size());
}

}  // namespace hygie::directory
