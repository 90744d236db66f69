// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings new_service(const ExposureFacts& facts, const Params&) {
  const auto* before = last_complete(facts);
  if (before == nullptr) return {on_whole(facts, Verdict::not_applicable, {{"missing", "history"}})};
  Findings found;
  for (const auto& service : facts.services)
    if (std::find(before->services.begin(), before->services.end(), service.id()) == before->services.end())
      found.push_back(on(facts, Verdict::fail, service, evidence_of(service, {{"since", day(before->finished)}})));
  return or_pass(std::move(found), facts, facts.services.size() + 1);
}

}  // namespace hygie::exposure
