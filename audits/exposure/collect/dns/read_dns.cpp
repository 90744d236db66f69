// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/caa.hpp"
#include "audits/exposure/collect/dns/look_alikes.hpp"
#include "audits/exposure/collect/dns/observed.hpp"
#include "audits/exposure/collect/dns/server.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

using net::Observation;
using net::Outcome;

// RFC 2606: a name of nobody's, which a resolver for all would look up.
constexpr const char* name_of_others = "example.com";
constexpr const char* name_of_nobody = "hygie-aucun-nom-de-ce-genre";

/// How a server that is not authoritative for the zone answered: REFUSED is what one says that no longer has it.
const char* word_of(int code) { return code == 5 ? "refused" : code == 2 ? "servfail" : "lame"; }

/// The worst that the addresses came to: `bad`, else unknown, else the rest.
Observation worst_of(const NameServer& server, Observation ServerAddress::*what, Outcome bad) {
  const ServerAddress* chosen = nullptr;
  const auto rank = [&](const ServerAddress& one) {
    const auto outcome = (one.*what).outcome;
    return outcome == bad ? 3 : outcome == Outcome::unknown ? 2 : outcome == Outcome::not_run ? 0 : 1;
  };
  for (const auto& one : server.asked)
    if (chosen == nullptr || rank(one) > rank(*chosen)) chosen = &one;
  if (chosen == nullptr) return {Outcome::not_run, "not-in-scope"};
  return chosen->*what;
}

void sum_up(NameServer& server) {
  server.answers = worst_of(server, &ServerAddress::answers, Outcome::absent);
  server.transfer = worst_of(server, &ServerAddress::transfer, Outcome::present);
  server.recursion = worst_of(server, &ServerAddress::recursion, Outcome::present);
  for (const auto& one : server.asked) {
    if (server.version.empty()) server.version = one.version;
    if (server.serial == 0) server.serial = one.serial;
  }
}

class ZoneReader {
 public:
  ZoneReader(const Work& work, Zone& zone) : work_(work), zone_(zone), resolver_(*work.resolver) {}

  void read() {
    const auto servers = resolver_.ask(zone_.name, "NS");
    zone_.exists = observed(servers);
    if (servers.found == Found::none) zone_.exists = observed(resolver_.ask(zone_.name, "SOA"));
    for (const auto& name : servers.values("NS")) read_server(name);
    read_signatures();
    read_authorities();
    zone_.wildcard = observed(resolver_.ask(std::string(name_of_nobody) + "." + zone_.name, "A"));
    zone_.look_alikes = look_alikes(zone_.name);
  }

 private:
  void read_server(const std::string& name) {
    auto& server = zone_.servers.emplace_back();
    server.name = name;
    auto asked = resolver_.addresses_of(name);
    server.addresses = std::move(asked.addresses);
    server.resolved = asked.resolved;
    if (server.resolved.absent()) {
      server.answers = {Outcome::absent, "no-address"};
      server.dangling = dangling_target(resolver_, name);
      return;
    }
    for (const auto& address : server.addresses) {
      auto& one = server.asked.emplace_back();
      one.address = address;
      // a third party's server is not ours to question, whether its name or its address says so
      const auto pinned = work_.gate.pin_address(address, 53, name);
      if (pinned && work_.gate.scope().names(name))
        question(one, *pinned);
      else
        for (auto* what : {&one.answers, &one.transfer, &one.recursion}) *what = {Outcome::not_run, "not-in-scope"};
    }
    sum_up(server);
  }

  void question(ServerAddress& server, const net::PinnedAddress& pinned) {
    work_.gate.record("dns", pinned.host + " " + pinned.address, zone_.name);
    const auto soa = ask_server(work_.gate, pinned, {zone_.name, "SOA"});
    server.answers = !soa.came                                   ? Observation{Outcome::unknown, "not-answered"}
                     : soa.authoritative && !soa.records.empty() ? Observation{Outcome::present, {}}
                                                                 : Observation{Outcome::absent, word_of(soa.code)};
    for (const auto& record : soa.records)
      if (record.type == "SOA" && record.fields.size() > 2)
        server.serial = static_cast<std::uint32_t>(std::strtoul(record.fields[2].c_str(), nullptr, 10));
    const auto others = ask_server(work_.gate, pinned, {name_of_others, "A", "IN", true});
    server.recursion = !others.came                                     ? Observation{Outcome::unknown, "not-answered"}
                       : others.recursion_available && others.code == 0 ? Observation{Outcome::present, {}}
                                                                        : Observation{Outcome::absent, "refused"};
    const auto version = ask_server(work_.gate, pinned, {"version.bind", "TXT", "CH"});
    for (const auto& record : version.records)
      if (record.type == "TXT" && !record.fields.empty()) server.version = bounded(record.fields.front(), 128);
    auto transfer = try_transfer(work_.gate, pinned, zone_.name);
    server.transfer = transfer.given;
    for (auto& name : transfer.names) names_.push_back(std::move(name));
    if (!zone_.signature_ends) read_expiry(ask_server(work_.gate, pinned, {zone_.name, "SOA", "IN", false, true}));
  }

  /// RRSIG: type covered, algorithm, labels, time to live, expiration (YYYYMMDDHHMMSS) ...
  void read_expiry(const ServerAnswer& answer) {
    for (const auto& record : answer.records) {
      if (record.type != "RRSIG" || record.fields.size() < 5 || record.fields[4].size() != 14) continue;
      const auto& at = record.fields[4];
      const auto instant = core::parse_instant(at.substr(0, 4) + "-" + at.substr(4, 2) + "-" + at.substr(6, 2) + "T" +
                                               at.substr(8, 2) + ":" + at.substr(10, 2) + ":" + at.substr(12, 2) + "Z");
      if (instant) zone_.signature_ends = *instant;
    }
  }

  void read_signatures() {
    zone_.signed_zone = observed(resolver_.ask(zone_.name, "DS"));
    for (const auto& record : resolver_.ask(zone_.name, "DNSKEY").records)
      if (record.type == "DNSKEY" && record.fields.size() > 2 &&
          std::find(zone_.algorithms.begin(), zone_.algorithms.end(), record.fields[2]) == zone_.algorithms.end())
        zone_.algorithms.push_back(record.fields[2]);
    const auto proved = resolver_.ask_validated(zone_.name, "SOA");
    if (proved.secure) {
      zone_.valid = {Outcome::present, {}};
      zone_.signed_zone = {Outcome::present, {}};
    } else if (proved.bogus) {
      zone_.valid = {Outcome::absent, bounded(proved.why, 200)};
      zone_.signed_zone = {Outcome::present, {}};
    } else if (zone_.signed_zone.present()) {
      zone_.valid = {Outcome::unknown, resolver_.validates() ? "not-proved" : "no-trust-anchor"};
    }
  }

  void read_authorities() {
    auto set = caa_of(zone_.name, [&](const auto& name, const auto& type) { return resolver_.ask(name, type); });
    zone_.caa = std::move(set.records);
    zone_.caa_found = set.found;
  }

 public:
  std::vector<std::string> names_;  // given away by a transfer

 private:
  const Work& work_;
  Zone& zone_;
  Resolver& resolver_;
};

}  // namespace

void read_dns(const Work& work) {
  work.progress.phase(core::tr("DNS"));
  const auto& domains = work.target.domains;
  for (std::size_t i = 0; i < domains.size() && !work.gate.ended(); ++i) {
    const auto name = lower(domains[i]);
    if (std::any_of(work.facts.zones.begin(), work.facts.zones.end(),
                    [&](const Zone& one) { return one.name == name; }))
      continue;
    auto& zone = work.facts.zones.emplace_back();
    zone.name = name;
    ZoneReader reader(work, zone);
    reader.read();
    for (auto& given : reader.names_)
      if (given.find_first_of("*_") == std::string::npos) work.heard(given, "zone-transfer");
    work.course.read(Piece::zone, name);
    work.progress.advance(i + 1, domains.size());
  }
  if (work.gate.ended()) work.gap(Part::dns, core::tr("the audit was stopped before every domain was read"));
}

}  // namespace hygie::exposure
