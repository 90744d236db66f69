// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings one_server(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) {
    if (!zone.exists.present()) return unread(zone.name, zone.exists);
    return on(zone.servers.size() < 2 ? Verdict::fail : Verdict::pass, zone.name,
              {{"servers", std::to_string(zone.servers.size())}});
  });
}

}  // namespace hygie::exposure
