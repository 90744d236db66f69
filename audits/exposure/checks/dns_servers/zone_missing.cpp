// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings zone_missing(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) { return observed(zone.name, zone.exists, Verdict::pass); });
}

}  // namespace hygie::exposure
