// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/dns/zones.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings other_zone_updates(const DirectoryFacts& facts, const Params&) { return unsecured_zones(facts, false); }

}  // namespace hygie::directory
