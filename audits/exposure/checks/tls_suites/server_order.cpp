// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {
namespace {

/// An order of its own matters to a server that offers weak suites besides good ones.
Weakness follows_client(const Tls& tls) {
  const auto* const version = version_of(tls, "TLS 1.2");
  if (version == nullptr || !offers_suites(tls, &is_unauthenticated_mode).seen.present()) return {};
  if (offers_only(tls, &is_unauthenticated_mode).seen.present()) return {};
  return lack_of(version->server_order);
}

}  // namespace

Findings tls_client_order(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return follows_client(tls); });
}

}  // namespace hygie::exposure
