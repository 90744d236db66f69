// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings unsigned_zone(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) { return observed(zone.name, zone.signed_zone, Verdict::pass); });
}

}  // namespace hygie::exposure
