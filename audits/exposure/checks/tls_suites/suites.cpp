// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {

Findings tls_null(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_suites(tls, &is_null_suite); });
}

Findings tls_anonymous(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_suites(tls, &is_anonymous_suite); });
}

Findings tls_export(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_suites(tls, &is_export_suite); });
}

Findings tls_rc4(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_suites(tls, &is_rc4_suite); });
}

Findings tls_des(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_suites(tls, &is_des_suite); });
}

Findings tls_short_block(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_suites(tls, &is_short_block_suite); });
}

Findings tls_static(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_suites(tls, &is_static_suite); });
}

Findings tls_cbc(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return offers_suites(tls, &is_unauthenticated_mode); });
}

}  // namespace hygie::exposure
