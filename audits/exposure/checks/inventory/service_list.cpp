// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings service_list(const ExposureFacts& facts, const Params&) {
  Findings found;
  for (const auto& service : facts.services) found.push_back(on(facts, Verdict::pass, service, evidence_of(service)));
  if (found.empty()) found.push_back(on_whole(facts, Verdict::pass, {{"protocol", "none"}}));
  return found;
}

}  // namespace hygie::exposure
