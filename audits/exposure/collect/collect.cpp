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
  std::string_view name;  // in what is written down of a stopped audit
  void (*read)(const Work&);
  std::optional<Part> part;
  bool asks = true;        // somebody is contacted
  bool even_over = false;  // files, and what says of each thing that it was not asked: a stop takes nothing from them
};

std::vector<Step> steps_of(const Target& target) {
  std::vector<Step> steps{{"gather", &gather_names, Part::names, false}};
  if (!target.domains.empty()) steps.push_back({"dns", &read_dns, Part::dns});
  steps.insert(steps.end(), {{"names", &read_names, Part::names},
                             {"settle names", &settle_names, {}, false, true},
                             {"hosts", &choose_hosts, Part::ports, false},
                             {"ports", &read_ports, Part::ports},
                             {"services", &read_services, Part::services},
                             {"udp", &read_udp, Part::services}});
  if (!target.domains.empty()) steps.push_back({"mail", &read_mail, Part::mail});
  steps.insert(steps.end(), {{"web", &read_web, Part::web},
                             {"settle web", &settle_web, {}, false, true},
                             {"recog", &tell_by_recog, {}, false, true},
                             {"imports", &read_imports, {}, false, true},
                             {"feeds", &read_vulnerabilities, {}, false, true},
                             {"tls", &read_tls, Part::tls, true, true}});
  if (!target.domains.empty())
    steps.insert(steps.end(),
                 {{"certificates", &hear_certificates, {}}, {"caa", &read_caa_sets, Part::dns, true, true}});
  return steps;
}

void take(const Step& step, const Work& work) {
  if (work.course.done(step.name)) return;
  work.course.begin();
  if (work.gate.ended() && !step.even_over) {
    if (step.part) work.gap(*step.part, core::tr("the audit was stopped before this was read"));
    return;
  }
  step.read(work);
  work.course.end(step.name, step.asks);
}

/// What is known when the work begins: nothing, or what a stopped audit wrote down.
ExposureFacts begun(const Target& target, core::Instant now, std::optional<ExposureFacts> from) {
  ExposureFacts facts;
  if (from) {
    facts = std::move(*from);
    facts.origin.rate = target.rate;
  } else {
    facts.origin = origin_of(target, now);
    if (target.domains.empty()) facts.not_asked = {Part::dns, Part::mail};
  }
  facts.unfinished.establishment = target.establishment_number;
  facts.unfinished.asked_sha256 = target.asked_sha256;
  facts.collected_at = now;
  facts.inventory = target.inventory.assets;
  return facts;
}

void read_files_alone(const Work& work) {
  work.facts.unfinished = {};
  work.facts.not_asked = {Part::ports, Part::services, Part::tls, Part::web, Part::dns, Part::mail};
  name_what_files_tell(work);
  read_imports(work);
  read_vulnerabilities(work);
  place(work.facts);
}

}  // namespace

ExposureFacts collect(const Target& target, Gate& gate, Resolver* resolver, core::Instant now, core::Progress& progress,
                      Continuity continuity) {
  auto facts = begun(target, now, std::move(continuity.from));
  Course course(facts, gate, std::move(continuity.keep));
  const Work work{target, gate, resolver, progress, facts, course};
  if (target.passive) {
    read_files_alone(work);
    return facts;
  }
  for (const auto& step : steps_of(target)) take(step, work);
  std::sort(facts.services.begin(), facts.services.end(), [](const Service& one, const Service& other) {
    return std::tie(one.address, one.port, one.transport) < std::tie(other.address, other.port, other.transport);
  });
  place(facts);
  if (gate.ended())
    facts.gaps.push_back({"exposure", core::tr("the audit was stopped before its end")});
  else
    facts.unfinished = {};
  return facts;
}

}  // namespace hygie::exposure
