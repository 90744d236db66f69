// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings hds_expired(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& asset : facts.inventory) {
    if (!asset.hds_until) continue;
    ++examined;
    const bool past = *asset.hds_until + std::chrono::days{1} <= facts.collected_at;  // the day itself still counts
    if (past)
      found.push_back(
          on(Verdict::fail, asset.id, {{"host", asset.host_name}, {"until", day(asset.hds_until)}}, asset.name));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
