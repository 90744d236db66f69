// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings serials_differ(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) { return serials(zone); });
}

}  // namespace hygie::exposure
