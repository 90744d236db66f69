// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/collect.hpp"

#include "audits/exposure/collect/reading.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <tuple>

namespace hygie::exposure {
namespace {

Origin origin_of(const Target& target, core::Instant now) {
  return {.establishment = target.establishment,
          .source = target.passive            ? "passive"
                    : target.verifies.empty() ? "scan"
                                              : "verify",
          .vantage = target.vantage,
          .scope_sha256 = target.scope_sha256,
          .started = now,
          .rate = target.rate,
          .addresses = target.addresses,
          .domains = target.domains};
}

void place(ExposureFacts& facts) {
  std::vector<std::string> seen;
  for (const auto& host : facts.hosts) seen.push_back(host.address);
  for (const auto& service : facts.services) seen.push_back(service.address);
  place_assets(seen, facts.inventory);
}

/// One step of the audit, and the part of the facts that is not known without it.
struct Step {
  void (*read)(const Work&);
  Part part;
};

std::vector<Step> steps_of(const Target& target) {
  std::vector<Step> steps{{&gather_names, Part::names}};
  if (!target.domains.empty()) steps.push_back({&read_dns, Part::dns});
  steps.insert(steps.end(), {{&read_names, Part::names},
                             {&choose_hosts, Part::ports},
                             {&read_ports, Part::ports},
                             {&read_services, Part::services},
                             {&read_udp, Part::services}});
  if (!target.domains.empty()) steps.push_back({&read_mail, Part::mail});
  steps.push_back({&read_web, Part::web});
  return steps;
}

}  // namespace

ExposureFacts collect(const Target& target, Gate& gate, Resolver* resolver, core::Instant now,
                      core::Progress& progress) {
  ExposureFacts facts;
  facts.origin = origin_of(target, now);
  facts.collected_at = now;
  facts.inventory = target.inventory.assets;
  const Work work{target, gate, resolver, progress, facts};
  if (target.passive) {
    facts.not_asked = {Part::ports, Part::services, Part::tls, Part::web, Part::dns, Part::mail};
    name_what_files_tell(work);
    read_imports(work);
    read_vulnerabilities(work);
    place(facts);
    return facts;
  }
  if (target.domains.empty()) facts.not_asked = {Part::dns, Part::mail};
  for (const auto& step : steps_of(target))
    if (gate.ended())
      work.gap(step.part, core::tr("the audit was stopped before this was read"));
    else
      step.read(work);
  tell_by_recog(work);
  read_imports(work);  // files: a stop takes nothing from them
  read_vulnerabilities(work);
  read_tls(work);  // even when all is over: it then says of each endpoint that it was not asked
  if (resolver != nullptr && !gate.ended()) hear_certificates(work);
  read_caa_sets(work);
  std::sort(facts.services.begin(), facts.services.end(), [](const Service& one, const Service& other) {
    return std::tie(one.address, one.port, one.transport) < std::tie(other.address, other.port, other.transport);
  });
  place(facts);
  if (gate.ended()) facts.gaps.push_back({"exposure", core::tr("the audit was stopped before its end")});
  return facts;
}

}  // namespace hygie::exposure
