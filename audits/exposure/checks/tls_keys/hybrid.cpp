// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {
namespace {

/// Key agreement that a quantum computer would not undo: one of the hybrids with ML-KEM.
Weakness no_hybrid(const Tls& tls) {
  const auto* const newest = version_of(tls, "TLS 1.3");
  if (newest == nullptr || !newest->offered.present()) return {};
  for (const auto& group : tls.groups)
    if (group.find("mlkem") != std::string::npos) return {{Outcome::absent, group}};
  if (tls.groups_complete.outcome != Outcome::present) return {tls.groups_complete};
  return {{Outcome::present, {}}, listed(tls.groups)};
}

}  // namespace

Findings tls_hybrid(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return no_hybrid(tls); });
}

}  // namespace hygie::exposure
