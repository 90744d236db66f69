// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings dnssec_expiring(const ExposureFacts& facts, const Params& params) {
  return per_zone(facts, [&](const Zone& zone) { return expiring(zone, facts, params.days("min_days")); });
}

}  // namespace hygie::exposure
