// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/reading.hpp"
#include "audits/exposure/collect/tls/collect_tls.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <map>

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

/// Endpoints in the order of all the targets, whenever each was looked at.
void sort_endpoints(const std::vector<TlsTarget>& targets, std::vector<Tls>& endpoints) {
  std::map<std::string_view, std::size_t> places;
  for (const auto& target : targets) places.emplace(target.service, places.size());
  std::stable_sort(endpoints.begin(), endpoints.end(),
                   [&](const Tls& one, const Tls& other) { return places.at(one.service) < places.at(other.service); });
}

void keep(const Work& work, const Tls& endpoint, const std::vector<Certificate>& certificates) {
  auto& facts = work.facts;
  facts.tls.push_back(endpoint);
  for (const auto& one : certificates)
    if (facts.certificate(one.sha256) == nullptr) facts.certificates.push_back(one);
  work.course.read(Piece::tls, endpoint.service);
}

}  // namespace

void read_tls(const Work& work) {
  const auto targets = targets_of(work);
  if (targets.empty() && work.gate.ended())
    work.gap(Part::tls, core::tr("the audit was stopped before the TLS services were known"));
  if (targets.empty()) return;
  work.progress.phase(core::tr("TLS and certificates"));
  auto& facts = work.facts;
  auto left = targets;
  std::erase_if(left, [&](const TlsTarget& target) {
    return std::any_of(facts.tls.begin(), facts.tls.end(),
                       [&](const Tls& one) { return one.service == target.service; });
  });
  std::erase_if(facts.tls, [&](const Tls& one) {  // nobody looks there any more
    return std::none_of(targets.begin(), targets.end(),
                        [&](const TlsTarget& two) { return two.service == one.service; });
  });
  auto reading = collect_tls(work.gate, left, {facts.collected_at, work.target.authorities}, work.progress,
                             [&](const Tls& one, const std::vector<Certificate>& served) { keep(work, one, served); });
  for (const auto& one : reading.endpoints)  // those that were not asked
    if (std::none_of(facts.tls.begin(), facts.tls.end(), [&](const Tls& two) { return two.service == one.service; }))
      keep(work, one, {});
  std::move(reading.gaps.begin(), reading.gaps.end(), std::back_inserter(facts.gaps));
  sort_endpoints(targets, facts.tls);
  sort_certificates(facts.tls, facts.certificates);
}

}  // namespace hygie::exposure
