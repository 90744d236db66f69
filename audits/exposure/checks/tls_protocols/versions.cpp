// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {

Findings tls_ssl2(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_version(tls, "SSL 2.0"); });
}

Findings tls_ssl3(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_version(tls, "SSL 3.0"); });
}

Findings tls_10(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_version(tls, "TLS 1.0"); });
}

Findings tls_11(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_version(tls, "TLS 1.1"); });
}

Findings tls_nothing_modern(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return nothing_modern(tls); });
}

Findings tls_without_13(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return lack_of(offers_version(tls, "TLS 1.3").seen); });
}

Findings tls_fallback(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return lack_of(tls.fallback_scsv); });
}

}  // namespace hygie::exposure
