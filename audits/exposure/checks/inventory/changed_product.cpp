// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

std::string told(const std::string& name, const std::string& version) {
  return version.empty() ? name : name + " " + version;
}

}  // namespace

Findings changed_product(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& service : facts.services) {
    const auto* asset = facts.asset_of(service);
    if (asset == nullptr || asset->product.empty() || service.products.empty()) continue;
    ++examined;
    const auto& product = service.products.front();
    const bool same = product.name == asset->product && (asset->version.empty() || product.version == asset->version);
    if (!same)
      found.push_back(on(facts, Verdict::fail, service,
                         evidence_of(service, {{"seen", told(product.name, product.version)},
                                               {"declared", told(asset->product, asset->version)}})));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
