// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

bool stands_on(const Asset& asset, const Host& host) {
  return std::find(asset.addresses.begin(), asset.addresses.end(), host.address) != asset.addresses.end() ||
         (!asset.name.empty() && std::find(host.names.begin(), host.names.end(), asset.name) != host.names.end());
}

/// Why it cannot be said that the service is gone: none of the asset's addresses was asked, or a port whose silence
/// says nothing. Empty when it can be said.
std::string not_known(const ExposureFacts& facts, const Asset& asset, const std::string& service) {
  std::string why = "ports";
  for (const auto& host : facts.hosts) {
    if (!stands_on(asset, host)) continue;
    why = doubt(host, service);
    if (!why.empty()) return why;
  }
  return why;
}

bool seen(const ExposureFacts& facts, const Asset& asset, const std::string& wanted) {
  return std::any_of(facts.services.begin(), facts.services.end(), [&](const Service& service) {
    return std::to_string(service.port) + "/" + service.transport == wanted && facts.stands(asset, service);
  });
}

}  // namespace

Findings vanished_service(const ExposureFacts& facts, const Params&) {
  // What verifies an earlier run asks only its ports: those it leaves alone did not vanish.
  if (facts.origin.source != "scan") return {on_whole(facts, Verdict::not_applicable, {{"not_asked", "ports"}})};
  Findings found;
  std::size_t examined = 0;
  for (const auto& asset : facts.inventory) {
    for (const auto& service : asset.services) {
      ++examined;
      if (seen(facts, asset, service)) continue;
      Evidence evidence{{"service", service}, {"owner", asset.owner}};
      const auto missing = not_known(facts, asset, service);
      const auto verdict = missing.empty() ? Verdict::fail : Verdict::unknown;
      if (!missing.empty()) evidence["missing"] = missing;
      found.push_back(
          on(verdict, asset.id + " " + service, std::move(evidence), asset.name.empty() ? asset.id : asset.name));
    }
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
