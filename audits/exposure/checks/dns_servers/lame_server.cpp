// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

namespace hygie::exposure {

Findings lame_server(const ExposureFacts& facts, const Params&) {
  return per_zone(facts, [&](const Zone& zone) {
    return by_servers(zone, &NameServer::answers, &ServerAddress::answers, Verdict::pass);
  });
}

}  // namespace hygie::exposure
