// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

#include <algorithm>
#include <set>

namespace hygie::exposure {
namespace {

/// The names of those that fail; the verdict of the worst.
struct Tally {
  std::vector<std::string> failing;
  bool unknown = false, decided = false;
  void add(const std::string& name, Verdict verdict) {
    if (verdict == Verdict::fail) failing.push_back(name);
    unknown |= verdict == Verdict::unknown;
    decided |= verdict == Verdict::pass || verdict == Verdict::fail;
  }
  [[nodiscard]] Verdict verdict() const {
    return !failing.empty() ? Verdict::fail
           : unknown        ? Verdict::unknown
           : decided        ? Verdict::pass
                            : Verdict::not_applicable;
  }
};

}  // namespace

Findings per_zone(const ExposureFacts& facts, const std::function<Finding(const Zone&)>& judge) {
  Findings found;
  for (const auto& zone : facts.zones) found.push_back(judge(zone));
  return or_pass(std::move(found), facts, facts.zones.size());
}

Findings per_mail_domain(const ExposureFacts& facts, const std::function<Finding(const MailDomain&)>& judge) {
  Findings found;
  for (const auto& mail : facts.mail) found.push_back(judge(mail));
  return or_pass(std::move(found), facts, facts.mail.size());
}

Finding observed(const std::string& domain, const Observation& observation, Verdict when_present) {
  const auto verdict = verdict_of(observation, when_present);
  Evidence evidence{{"reason", observation.reason}};
  if (verdict == Verdict::unknown) evidence["missing"] = observation.reason.empty() ? "DNS" : observation.reason;
  return on(verdict, domain, std::move(evidence));
}

Finding unread(const std::string& domain, const Observation& observation) {
  if (observation.outcome == Outcome::unknown) return on(Verdict::unknown, domain, {{"missing", observation.reason}});
  return on(Verdict::not_applicable, domain, {{"reason", observation.reason}});
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Finding by_servers(const Zone& zone, Observation NameServer::*what, Observation ServerAddress::*at_address,
                   Verdict when_present) {
  Tally tally;
  std::set<std::string> how;
  for (const auto& server : zone.servers) {
    const auto verdict = verdict_of(server.*what, when_present);
    std::vector<std::string> where;
    for (const auto& one : server.asked)
      if (verdict_of(one.*at_address, when_present) == verdict) where.push_back(one.address);
    tally.add(where.empty() ? server.name : server.name + " (" + joined(where) + ")", verdict);
    if (verdict == Verdict::fail && !(server.*what).reason.empty()) how.insert((server.*what).reason);
  }
  return on(tally.verdict(), zone.name,
            {{"names", joined(tally.failing)}, {"how", joined({how.begin(), how.end()})}, {"missing", "DNS"}});
}

Finding by_exchangers(const MailDomain& mail, Observation Exchanger::*what, Verdict when_present) {
  Tally tally;
  for (const auto& exchanger : mail.exchangers) tally.add(exchanger.name, verdict_of(exchanger.*what, when_present));
  return on(tally.verdict(), mail.name, {{"names", joined(tally.failing)}, {"missing", "DNS"}});
}

Finding by_faults(const std::string& domain, const Observation& record, const std::vector<std::string>& faults,
                  std::initializer_list<std::string_view> bad) {
  if (!record.present()) return unread(domain, record);
  std::vector<std::string> found;
  for (const auto& fault : faults)
    if (std::find(bad.begin(), bad.end(), fault) != bad.end()) found.push_back(fault);
  const bool unanswered = std::find(faults.begin(), faults.end(), "unanswered") != faults.end();
  const auto verdict = !found.empty() ? Verdict::fail : unanswered ? Verdict::unknown : Verdict::pass;
  return on(verdict, domain, {{"faults", joined(found)}, {"missing", "DNS"}});
}

Finding by_keys(const MailDomain& mail, const std::function<Verdict(const DkimKey&)>& judge) {
  Tally tally;
  for (const auto& key : mail.dkim) tally.add(key.selector, judge(key));
  return on(tally.verdict(), mail.name, {{"selectors", joined(tally.failing)}, {"missing", "DNS"}});
}

std::string common_network(const Zone& zone) {
  std::set<std::string> networks;
  for (const auto& server : zone.servers)
    for (const auto& address : server.addresses)
      if (address.find(':') == std::string::npos) networks.insert(address.substr(0, address.rfind('.')));
  return networks.size() == 1 ? *networks.begin() + ".0/24" : std::string{};
}

bool has_ipv6(const Zone& zone) {
  return std::any_of(zone.servers.begin(), zone.servers.end(), [](const NameServer& server) {
    return std::any_of(server.addresses.begin(), server.addresses.end(),
                       [](const std::string& address) { return address.find(':') != std::string::npos; });
  });
}

bool some_unresolved(const Zone& zone) {
  return std::any_of(zone.servers.begin(), zone.servers.end(),
                     [](const NameServer& server) { return server.resolved.outcome == Outcome::unknown; });
}

Finding serials(const Zone& zone) {
  std::set<std::uint32_t> seen;
  std::vector<std::string> said;
  const auto add = [&](const std::string& who, const Observation& answers, std::uint32_t serial) {
    if (answers.present() && seen.insert(serial).second) said.push_back(who + " " + std::to_string(serial));
  };
  for (const auto& server : zone.servers) {
    if (server.asked.empty()) add(server.name, server.answers, server.serial);
    for (const auto& one : server.asked) add(server.name + " (" + one.address + ")", one.answers, one.serial);
  }
  if (seen.empty()) return on(Verdict::not_applicable, zone.name);
  return on(seen.size() > 1 ? Verdict::fail : Verdict::pass, zone.name, {{"serials", joined(said)}});
}

Finding old_algorithms(const Zone& zone) {
  static const std::set<std::string, std::less<>> old{"1", "3", "5", "6", "7", "12"};
  if (zone.algorithms.empty()) return on(Verdict::not_applicable, zone.name);
  std::vector<std::string> found;
  for (const auto& algorithm : zone.algorithms)
    if (old.contains(algorithm)) found.push_back(algorithm);
  return on(found.empty() ? Verdict::pass : Verdict::fail, zone.name, {{"algorithms", joined(found)}});
}

Finding expiring(const Zone& zone, const ExposureFacts& facts, std::int64_t least_days) {
  if (!zone.signature_ends) return on(Verdict::not_applicable, zone.name);
  const auto left = core::days_between(facts.collected_at, *zone.signature_ends);
  return on(left < least_days ? Verdict::fail : Verdict::pass, zone.name,
            {{"ends", day(zone.signature_ends)}, {"left_days", std::to_string(left)}});
}

Finding dead_exchangers(const MailDomain& mail) {
  if (mail.exchangers.empty()) return unread(mail.name, mail.mx_found);
  return by_exchangers(mail, &Exchanger::resolved, Verdict::pass);
}

namespace {

/// Does a record name the certificate, or the key, that the exchanger serves (RFC 7672, 3.1)? Usages 2 and 3, SHA-256.
bool names_certificate(const ExposureFacts& facts, const Tls& tls, const std::string& record) {
  if (record.size() < 6 || (record[0] != '2' && record[0] != '3') || record[4] != '1') return false;
  const auto digest = record.substr(6);
  for (const auto& chain : tls.chains)
    for (const auto& sha256 : chain.certificates) {
      const auto* const certificate = facts.certificate(sha256);
      if (certificate != nullptr && digest == (record[2] == '1' ? certificate->key_sha256 : certificate->sha256))
        return true;
    }
  return false;
}

Verdict dane_verdict(const ExposureFacts& facts, const Exchanger& exchanger) {
  if (!exchanger.dane.present()) return verdict_of(exchanger.dane, Verdict::pass);
  const auto tls = std::find_if(facts.tls.begin(), facts.tls.end(), [&](const Tls& one) {
    return !exchanger.service.empty() && one.service == exchanger.service;
  });
  // published, and nothing to hold it against
  if (tls == facts.tls.end() || tls->chains.empty()) return Verdict::unknown;
  const bool matches = std::any_of(exchanger.tlsa.begin(), exchanger.tlsa.end(),
                                   [&](const std::string& record) { return names_certificate(facts, *tls, record); });
  return matches ? Verdict::pass : Verdict::fail;
}

}  // namespace

Finding dane(const ExposureFacts& facts, const MailDomain& mail) {
  Tally tally;
  for (const auto& exchanger : mail.exchangers) tally.add(exchanger.name, dane_verdict(facts, exchanger));
  return on(tally.verdict(), mail.name, {{"names", joined(tally.failing)}, {"missing", "TLS"}});
}

Finding unused_domain(const MailDomain& mail) {
  if (mail.mx_found.outcome == Outcome::unknown) return unread(mail.name, mail.mx_found);
  if (!mail.exchangers.empty()) return on(Verdict::not_applicable, mail.name);
  for (const auto* record : {&mail.spf, &mail.dmarc})
    if (record->outcome == Outcome::unknown) return unread(mail.name, *record);
  const bool shut =
      mail.spf.present() && mail.spf_all == "-all" && mail.dmarc.present() && mail.dmarc_policy == "reject";
  return on(shut ? Verdict::pass : Verdict::fail, mail.name);
}

}  // namespace hygie::exposure
