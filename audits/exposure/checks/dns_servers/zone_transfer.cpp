// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings zone_transfer(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) {
    return by_servers(zone, &NameServer::transfer, &ServerAddress::transfer, Verdict::fail);
  });
}

}  // namespace hygie::exposure
