// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings look_alike_list(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) {
    return on(Verdict::pass, zone.name,
              {{"count", std::to_string(zone.look_alikes.size())}, {"names", joined(zone.look_alikes)}});
  });
}

}  // namespace hygie::exposure
