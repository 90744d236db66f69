// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings wildcard_zone(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) { return observed(zone.name, zone.wildcard, Verdict::fail); });
}

}  // namespace hygie::exposure
