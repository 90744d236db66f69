// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings undeclared_service(const ExposureFacts& facts, const Params&) {
  if (facts.inventory.empty()) return {on_whole(facts, Verdict::not_applicable, {{"missing", "inventory"}})};
  Findings found;
  for (const auto& service : facts.services) {
    const auto* asset = facts.asset_of(service);
    const auto wanted = std::to_string(service.port) + "/" + service.transport;
    const bool declared =
        asset != nullptr && std::find(asset->services.begin(), asset->services.end(), wanted) != asset->services.end();
    if (!declared)
      found.push_back(on(facts, Verdict::fail, service,
                         evidence_of(service, {{"asset", asset == nullptr ? std::string() : asset->id}})));
  }
  return or_pass(std::move(found), facts, facts.services.size());
}

}  // namespace hygie::exposure
