// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {

Findings tls_old_renegotiation(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return lack_of(tls.secure_renegotiation); });
}

Findings tls_client_renegotiation(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return Weakness{tls.client_renegotiation}; });
}

Findings tls_compression(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return Weakness{tls.compression}; });
}

Findings tls_early_data(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return Weakness{tls.early_data}; });
}

Findings tls_master_secret(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return lack_of(tls.extended_master_secret); });
}

Findings tls_heartbeat(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return Weakness{tls.heartbeat}; });
}

Findings tls_starttls(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return lack_of(tls.starttls_offered); });
}

}  // namespace hygie::exposure
