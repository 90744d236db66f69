// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings version_unknown(const ExposureFacts& facts, const Params&) {
  Findings found;
  for (const auto& risk : facts.versionless) {
    const auto* service = facts.service(risk.service);
    const auto* asset = service == nullptr ? nullptr : facts.asset_of(*service);
    const bool proven = asset != nullptr && !asset->version.empty() && asset->product == risk.product;
    Evidence evidence{{"product", risk.product}, {"exploited", std::to_string(risk.exploited)}};
    const auto verdict = proven ? Verdict::pass : Verdict::fail;
    found.push_back(service == nullptr ? on(verdict, risk.service, std::move(evidence))
                                       : on(facts, verdict, *service, std::move(evidence)));
  }
  return or_pass(std::move(found), facts, facts.services.size());
}

}  // namespace hygie::exposure
