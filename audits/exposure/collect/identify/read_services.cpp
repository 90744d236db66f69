// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/identify.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::exposure {

void read_services(const Work& work) {
  std::vector<OpenPort> ports;
  for (const auto& service : work.facts.services) {
    if (service.identified.outcome != net::Outcome::not_run) continue;  // before the audit was stopped
    const auto host = std::find_if(work.facts.hosts.begin(), work.facts.hosts.end(),
                                   [&](const Host& one) { return one.address == service.address; });
    if (host == work.facts.hosts.end() || host->answers_everywhere) continue;
    ports.push_back({service.address, service.port, host->names.empty() ? std::string{} : host->names.front()});
  }
  if (ports.empty()) return;
  work.progress.phase(core::tr("services"));
  const auto keep = [&](const Service& one) {
    auto& all = work.facts.services;
    *std::find_if(all.begin(), all.end(), [&](const Service& other) { return other.id() == one.id(); }) = one;
    work.course.read(Piece::service, one.id());
  };
  (void)identify(ports, work.target.inventory, {}, work.gate, work.progress, keep);
  if (work.gate.ended()) work.gap(Part::services, core::tr("the audit was stopped before every service was known"));
}

}  // namespace hygie::exposure
