// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings old_dnssec_algorithm(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) { return old_algorithms(zone); });
}

}  // namespace hygie::exposure
