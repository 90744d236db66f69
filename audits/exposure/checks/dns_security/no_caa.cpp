// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings no_caa(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) { return observed(zone.name, zone.caa_found, Verdict::pass); });
}

}  // namespace hygie::exposure
