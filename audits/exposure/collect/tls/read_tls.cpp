// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/reading.hpp"
#include "audits/exposure/collect/tls/collect_tls.hpp"
#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

// Each name is three or four connections more.
constexpr std::size_t most_other_names = 20;

std::vector<std::string> names_of(const ExposureFacts& facts, const std::string& address) {
  const auto host =
      std::find_if(facts.hosts.begin(), facts.hosts.end(), [&](const Host& one) { return one.address == address; });
  return host == facts.hosts.end() ? std::vector<std::string>{} : host->names;
}

/// It was asked while it was identified, and said that it has none.
bool says_no_tls(const Service& service) {
  return service.word("starttls") == "absent" || service.word("auth_tls") == "absent" ||
         service.word("tls") == "absent";
}

std::vector<TlsTarget> targets_of(const Work& work) {
  std::vector<TlsTarget> targets;
  for (const auto& service : work.facts.services) {
    auto start = service.tls ? std::string{} : starttls_of(service.protocol);
    if (service.transport != "tcp" || (!service.tls && (start.empty() || says_no_tls(service)))) continue;
    auto pinned = work.gate.pin_address(service.address, service.port);
    if (!pinned) continue;  // said by the gate to who looked at the port
    auto names = names_of(work.facts, service.address);
    if (names.size() > most_other_names + 1)
      // not the part's own word: what was read counts
      work.facts.gaps.push_back({"tls-names", core::tr("{}: the certificates of {} of its names were not looked at",
                                                       service.id(), names.size() - most_other_names - 1)});
    names.resize(std::min(names.size(), most_other_names + 1));
    TlsTarget target{service.id(), *pinned, {}, {}, std::move(start)};
    if (!names.empty()) target.server_name = names.front();
    if (names.size() > 1) target.other_names.assign(names.begin() + 1, names.end());
    targets.push_back(std::move(target));
  }
  return targets;
}

}  // namespace

void read_tls(const Work& work) {
  const auto targets = targets_of(work);
  if (targets.empty() && work.gate.ended())
    work.gap(Part::tls, core::tr("the audit was stopped before the TLS services were known"));
  if (targets.empty()) return;
  work.progress.phase(core::tr("TLS and certificates"));
  auto reading = collect_tls(work.gate, targets, {work.facts.collected_at, work.target.authorities}, work.progress);
  auto& facts = work.facts;
  std::move(reading.endpoints.begin(), reading.endpoints.end(), std::back_inserter(facts.tls));
  std::move(reading.certificates.begin(), reading.certificates.end(), std::back_inserter(facts.certificates));
  std::move(reading.gaps.begin(), reading.gaps.end(), std::back_inserter(facts.gaps));
}

}  // namespace hygie::exposure
