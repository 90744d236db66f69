// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings unidentified_service(const ExposureFacts& facts, const Params&) {
  Findings found;
  for (const auto& service : facts.services) {
    if (!service.protocol.empty() || service.identified.outcome == Outcome::not_run) continue;
    const bool spoke = service.identified.outcome == Outcome::absent;
    auto evidence = evidence_of(service, {{"reason", service.identified.reason}});
    if (!spoke) evidence["missing"] = "services";
    found.push_back(on(facts, spoke ? Verdict::fail : Verdict::unknown, service, std::move(evidence)));
  }
  return or_pass(std::move(found), facts, facts.services.size());
}

}  // namespace hygie::exposure
