// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

/// Several assets may share one address behind a proxy: one of them that lists the service is enough.
bool is_declared(const ExposureFacts& facts, const Service& service) {
  const auto wanted = std::to_string(service.port) + "/" + service.transport;
  return std::any_of(facts.inventory.begin(), facts.inventory.end(), [&](const Asset& asset) {
    return facts.stands(asset, service) &&
           std::find(asset.services.begin(), asset.services.end(), wanted) != asset.services.end();
  });
}

}  // namespace

Findings undeclared_service(const ExposureFacts& facts, const Params&) {
  if (facts.inventory.empty()) return {on_whole(facts, Verdict::not_applicable, {{"missing", "inventory"}})};
  Findings found;
  for (const auto& service : facts.services) {
    if (is_declared(facts, service)) continue;
    const auto* asset = facts.asset_of(service);
    found.push_back(on(facts, Verdict::fail, service,
                       evidence_of(service, {{"asset", asset == nullptr ? std::string() : asset->id}})));
  }
  return or_pass(std::move(found), facts, facts.services.size());
}

}  // namespace hygie::exposure
