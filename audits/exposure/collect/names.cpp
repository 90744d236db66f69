// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/name_files.hpp"
#include "audits/exposure/collect/dns/observed.hpp"
#include "audits/exposure/collect/dns/resolver.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hygie::exposure {
namespace {

constexpr const char* from_word_list = "word-list";
constexpr std::string_view not_asked = "not-asked";

/// The declared domain that the name of the file holds; else the first one.
std::string origin_of(const Work& work, const std::string& path) {
  for (const auto& domain : work.target.domains)
    if (path.find(domain) != std::string::npos) return domain;
  return work.target.domains.empty() ? "." : work.target.domains.front();
}

void take_files(const Work& work) {
  for (const auto& path : work.target.zone_files) {
    const auto names = read_zone_file(path, origin_of(work, path));
    if (!names) work.facts.gaps.push_back({path, names.error().what});
    if (names)
      for (const auto& name : *names) work.heard(name, "zone-file");
  }
  for (const auto& path : work.target.transparency) {
    const auto names = read_transparency(path);
    if (!names) work.facts.gaps.push_back({path, names.error().what});
    if (names)
      for (const auto& name : *names)
        if (is_declared(work.target, name)) work.heard(name, "transparency");
  }
}

void take_usual(const Work& work) {
  if (!work.target.usual_names) return;
  for (const auto& domain : work.target.domains)
    for (const auto& label : usual_labels()) work.heard(label + "." + lower(domain), from_word_list);
}

std::string status_of(const DnsAnswer& v4, const DnsAnswer& v6) {
  if (v4.found == Found::records || v6.found == Found::records) return "resolved";
  if (v4.found == Found::no_such_name) return "nxdomain";
  if (v4.found == Found::none) return "no-address";
  return v4.code.empty() ? "timeout" : lower(v4.code);
}

/// A declared name of which nobody says where it leads hides whatever stands there.
void say_unanswered(const Work& work) {
  for (const auto& name : work.facts.names) {
    const bool answered = name.status == "resolved" || name.status == "nxdomain" || name.status == "no-address";
    const bool declared = std::find(name.sources.begin(), name.sources.end(), "declared") != name.sources.end();
    if (declared && !answered)
      work.gap(Part::names, core::tr("nobody says where {} leads ({})", name.name, name.status));
  }
}

void resolve(const Work& work, Name& name) {
  const auto v4 = work.resolver->ask(name.name, "A"), v6 = work.resolver->ask(name.name, "AAAA");
  name.status = status_of(v4, v6);
  name.aliases = v4.aliases();
  const auto place = work.gate.standing_of(name.name);
  name.standing = place.standing;
  name.addresses = v4.values("A");
  for (auto& address : v6.values("AAAA")) name.addresses.push_back(std::move(address));
  if (!name.aliases.empty() && name.status == "nxdomain") {
    name.dangling = dangling_target(*work.resolver, name.aliases.back());
    if (name.dangling.empty()) name.dangling = "nxdomain";  // the chain itself was answered so
  }
}

}  // namespace

void Work::heard(const std::string& name, const char* source) const {
  const auto plain = lower(name);
  const auto known =
      std::find_if(facts.names.begin(), facts.names.end(), [&](const Name& one) { return one.name == plain; });
  auto& kept = known == facts.names.end() ? facts.names.emplace_back() : *known;
  kept.name = plain;
  if (std::find(kept.sources.begin(), kept.sources.end(), source) == kept.sources.end()) kept.sources.push_back(source);
}

void name_what_files_tell(const Work& work) {
  for (const auto& name : declared_names(work.target)) work.heard(name, "declared");
  take_files(work);
}

void gather_names(const Work& work) {
  name_what_files_tell(work);
  take_usual(work);
}

void read_names(const Work& work) {
  work.progress.phase(core::tr("names"));
  auto& names = work.facts.names;
  for (std::size_t i = 0; i < names.size() && !work.gate.ended(); ++i) {
    if (names[i].status != not_asked) continue;
    resolve(work, names[i]);
    work.course.read(Piece::name, names[i].name);
    work.progress.advance(i + 1, names.size());
  }
  if (work.gate.ended()) work.gap(Part::names, core::tr("the audit was stopped before every name was resolved"));
}

void settle_names(const Work& work) {
  auto& names = work.facts.names;
  say_unanswered(work);
  // What a wild card answers for every name says nothing of a name of the word list, nor does one that does not exist.
  std::erase_if(names, [&](const Name& name) {
    if (name.sources != std::vector<std::string>{from_word_list}) return false;
    const bool wild = std::any_of(work.facts.zones.begin(), work.facts.zones.end(), [&](const Zone& zone) {
      return zone.wildcard.present() && below(name.name, zone.name);
    });
    return wild || (name.status != "resolved" && name.dangling.empty());
  });
  std::sort(names.begin(), names.end(), [](const Name& one, const Name& other) { return one.name < other.name; });
  for (const auto& name : names)
    for (const auto& address : name.addresses)
      for (auto& zone : work.facts.zones)
        if (below(name.name, zone.name) && is_private_address(address))
          zone.private_addresses.push_back(name.name + " " + address);
}

void hear_certificates(const Work& work) {
  std::set<std::string> known;
  for (const auto& name : work.facts.names) known.insert(name.name);
  for (const auto& certificate : work.facts.certificates)
    for (const auto& text : certificate.names) {
      const auto name = lower(text.starts_with("*.") ? std::string_view(text).substr(2) : std::string_view(text));
      if (!is_declared(work.target, name) || known.contains(name) || work.gate.ended()) continue;
      known.insert(name);
      work.heard(name, "certificate");
      resolve(work, work.facts.names.back());
      work.course.read(Piece::name, name);
    }
  std::sort(work.facts.names.begin(), work.facts.names.end(),
            [](const Name& one, const Name& other) { return one.name < other.name; });
}

void choose_hosts(const Work& work) {
  std::map<std::string, Host> hosts;
  const auto addresses = every_address(work.target.addresses);
  if (!addresses) return work.gap(Part::ports, addresses.error().what);
  for (const auto& address : *addresses)
    if (work.gate.standing_of(address).standing == Standing::in_scope) hosts[address].address = address;
  for (const auto& name : work.facts.names) {
    if (name.standing != Standing::in_scope) continue;
    for (const auto& address : name.addresses) {
      if (!work.target.verifies.empty() && !hosts.contains(address)) continue;  // nothing failed there
      auto& host = hosts[address];
      host.address = address;
      if (std::find(host.names.begin(), host.names.end(), name.name) == host.names.end())
        host.names.push_back(name.name);
    }
  }
  for (auto& [address, host] : hosts) work.facts.hosts.push_back(std::move(host));
}

}  // namespace hygie::exposure
