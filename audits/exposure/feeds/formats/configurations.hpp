// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/import/writer.hpp"
#include "audits/exposure/feeds/read/value.hpp"

#include <vector>

namespace hygie::exposure::feeds {

/// The configurations of NVD, and `cpeApplicability` of the CVE list, which has the same shape: which CPE names, in
/// which ranges, alone or together with others. Entries are numbered from `entry`, which moves on.
void read_configurations(const Value& configurations, int& entry, std::vector<AffectedProduct>& out);

}  // namespace hygie::exposure::feeds
