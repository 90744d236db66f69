// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings gone_service(const ExposureFacts& facts, const Params&) {
  const auto* before = last_complete(facts);
  if (before == nullptr) return {on_whole(facts, Verdict::not_applicable, {{"missing", "history"}})};
  Findings found;
  for (const auto& id : before->services)
    if (facts.service(id) == nullptr) found.push_back(on(Verdict::fail, id, {{"since", day(before->finished)}}));
  return or_pass(std::move(found), facts, before->services.size() + 1);
}

}  // namespace hygie::exposure
