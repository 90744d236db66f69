// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings hds_missing(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& asset : facts.inventory) {
    if (!asset.health_data || asset.host_name.empty()) continue;
    ++examined;
    if (asset.hds_certificate.empty())
      found.push_back(on(Verdict::fail, asset.id, {{"host", asset.host_name}, {"owner", asset.owner}}, asset.name));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
