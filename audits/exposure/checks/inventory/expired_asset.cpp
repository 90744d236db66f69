// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings expired_asset(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& asset : facts.inventory) {
    if (!asset.until) continue;
    ++examined;
    const bool past = *asset.until + std::chrono::days{1} <= facts.collected_at;  // the day itself still counts
    if (past)
      found.push_back(on(Verdict::fail, asset.id, {{"until", day(asset.until)}, {"owner", asset.owner}}, asset.name));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
