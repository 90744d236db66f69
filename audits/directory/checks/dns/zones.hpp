// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// A zone on which logon rests: of a domain of the forest, _msdcs, or the root hints.
[[nodiscard]] bool is_vital_zone(const DirectoryFacts& facts, const DnsZone& zone);
/// The zones of one kind that take updates from anybody; unknown where the setting could not be read.
[[nodiscard]] Findings unsecured_zones(const DirectoryFacts& facts, bool vital);

}  // namespace hygie::directory
