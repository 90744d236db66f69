// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/dns/zones.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings domain_zone_updates(const DirectoryFacts& facts, const Params&) { return unsecured_zones(facts, true); }

}  // namespace hygie::directory
