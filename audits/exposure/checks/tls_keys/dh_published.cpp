// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {
namespace {

/// A prime that many use was worth breaking once for all (Logjam) when it is this small.
Weakness published(const Tls& tls, unsigned bits) {
  const auto small = small_dh(tls, bits);
  if (!small.seen.present()) return small;
  const bool own = tls.dh_prime == "own" || tls.dh_prime.empty();
  return own ? Weakness{{Outcome::absent, "own"}} : Weakness{{Outcome::present, {}}, tls.dh_prime};
}

}  // namespace

Findings tls_dh_published(const ExposureFacts& facts, const Params& params) {
  return for_endpoints(
      facts, [&](const Tls& tls) { return published(tls, static_cast<unsigned>(params.integer("min_bits"))); });
}

}  // namespace hygie::exposure
