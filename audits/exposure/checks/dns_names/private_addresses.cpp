// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings private_addresses(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) {
    return on(zone.private_addresses.empty() ? Verdict::pass : Verdict::fail, zone.name,
              {{"names", joined(zone.private_addresses)}});
  });
}

}  // namespace hygie::exposure
