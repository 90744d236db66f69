// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// Which computers a check on operating systems looks at.
enum class Machines : std::uint8_t { all, clients, servers, controllers };

/// The enabled computers whose system is past its end of support on the day of collection, by the check's `systems`
/// parameter: "PART+PART=YYYY-MM-DD", where every part must stand in the operating system's name and version; of the
/// entries that match, the latest date holds (an edition may be supported longer). `latest`: the check also answers for
/// builds of the 10.0 line that no entry knows, as unknown.
[[nodiscard]] Findings unsupported_systems(const DirectoryFacts& facts, const Params& params, Machines machines,
                                           bool latest = false);

}  // namespace hygie::directory
