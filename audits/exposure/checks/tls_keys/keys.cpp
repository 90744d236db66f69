// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {

Findings tls_dh_broken(const ExposureFacts& facts, const Params& params) {
  return for_endpoints(
      facts, [&](const Tls& tls) { return small_dh(tls, static_cast<unsigned>(params.integer("min_bits"))); });
}

Findings tls_dh_small(const ExposureFacts& facts, const Params& params) {
  const auto broken = static_cast<unsigned>(params.integer("broken_bits"));
  const auto wanted = static_cast<unsigned>(params.integer("min_bits"));
  return for_endpoints(facts, [&](const Tls& tls) {
    // below that, the other check says so
    return tls.dh_bits != 0 && tls.dh_bits < broken ? Weakness{} : small_dh(tls, wanted);
  });
}

Findings tls_small_groups(const ExposureFacts& facts, const Params& params) {
  return for_endpoints(
      facts, [&](const Tls& tls) { return small_groups(tls, static_cast<unsigned>(params.integer("min_bits"))); });
}

}  // namespace hygie::exposure
