// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/identify.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::exposure {

void read_services(const Work& work) {
  std::vector<OpenPort> ports;
  for (const auto& service : work.facts.services) {
    const auto host = std::find_if(work.facts.hosts.begin(), work.facts.hosts.end(),
                                   [&](const Host& one) { return one.address == service.address; });
    if (host == work.facts.hosts.end() || host->answers_everywhere) continue;
    ports.push_back({service.address, service.port, host->names.empty() ? std::string{} : host->names.front()});
  }
  if (ports.empty()) return;
  work.progress.phase(core::tr("services"));
  const auto services = identify(ports, work.target.inventory, {}, work.gate, work.progress);
  for (const auto& one : services) {
    const auto place = std::find_if(work.facts.services.begin(), work.facts.services.end(),
                                    [&](const Service& other) { return other.id() == one.id(); });
    *place = one;
  }
  if (work.gate.ended()) work.gap(Part::services, core::tr("the audit was stopped before every service was known"));
}

}  // namespace hygie::exposure
