// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/shared_services.hpp"
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings dangling_name(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& name : facts.names) {
    if (name.aliases.empty()) continue;
    ++examined;
    if (name.dangling.empty() || name.dangling == "unregistered") continue;
    const auto* const service = shared_service(name.aliases.back());
    found.push_back(on(Verdict::fail, name.name,
                       {{"target", name.aliases.back()},
                        {"why", name.dangling},
                        {"service", service == nullptr ? "-" : service->service},
                        {"claim", service == nullptr ? "unknown" : service->claim}}));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
