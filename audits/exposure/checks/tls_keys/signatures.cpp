// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {
namespace {

Weakness old_signatures(const Tls& tls) {
  std::vector<std::string> old;
  for (const auto& one : tls.signatures)
    if (one.find("sha1") != std::string::npos || one.find("md5") != std::string::npos) old.push_back(one);
  if (!old.empty()) return {{Outcome::present, {}}, listed(old)};
  return {tls.signatures_complete.present() ? Observation{Outcome::absent, {}} : tls.signatures_complete};
}

}  // namespace

Findings tls_signatures(const ExposureFacts& facts, const Params&) {
  return for_endpoints(facts, [&](const Tls& tls) { return old_signatures(tls); });
}

}  // namespace hygie::exposure
