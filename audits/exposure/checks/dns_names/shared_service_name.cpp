// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/shared_services.hpp"
#include "audits/exposure/checks/support.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

/// A declared asset of that name says that the hospital knows what stands there, and who hosts it.
bool vouched_for(const ExposureFacts& facts, const Name& name) {
  return std::any_of(facts.inventory.begin(), facts.inventory.end(),
                     [&](const Asset& asset) { return asset.name == name.name && !asset.host_name.empty(); });
}

}  // namespace

Findings shared_service_name(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& name : facts.names) {
    const auto* const service = name.aliases.empty() ? nullptr : shared_service(name.aliases.back());
    if (service == nullptr || !name.dangling.empty()) continue;
    ++examined;
    // where a freed name is gone, one that answers is somebody's
    if (service->freed == "nxdomain" || vouched_for(facts, name)) continue;
    found.push_back(on(Verdict::fail, name.name,
                       {{"target", name.aliases.back()},
                        {"service", service->service},
                        {"claim", service->claim},
                        {"sign", service->sign.empty() ? "-" : service->sign}}));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
