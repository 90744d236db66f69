// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {

Findings tls_heartbleed(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return Weakness{tls.heartbleed}; });
}

Findings tls_ccs_injection(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return Weakness{tls.ccs_injection}; });
}

Findings tls_robot(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return Weakness{tls.robot}; });
}

Findings tls_ticketbleed(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return Weakness{tls.ticketbleed}; });
}

}  // namespace hygie::exposure
