// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/observed.hpp"
#include "audits/exposure/collect/dns/resolver.hpp"
#include "audits/exposure/collect/identify/attempt.hpp"
#include "audits/exposure/collect/mail/organisation.hpp"
#include "audits/exposure/collect/mail/records.hpp"
#include "audits/exposure/collect/mail/relay.hpp"
#include "audits/exposure/collect/mail/spf.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "core/i18n.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>

namespace hygie::exposure {
namespace {

using net::Outcome;

// Servers make strangers wait on purpose.
constexpr std::chrono::seconds relay_patience{20};

void read_exchangers(MailDomain& mail, Resolver& resolver) {
  const auto answer = resolver.ask(mail.name, "MX");
  mail.mx_found = answer.found == Found::records        ? net::Observation{Outcome::present, {}}
                  : answer.found == Found::not_answered ? net::Observation{Outcome::unknown, lower(answer.code)}
                                                        : net::Observation{Outcome::absent, "no-record"};
  for (const auto& record : answer.records) {
    if (record.type != "MX" || record.fields.size() < 2) continue;
    if (record.fields[1] == ".") {  // RFC 7505
      mail.null_mx = true;
      continue;
    }
    auto& exchanger = mail.exchangers.emplace_back();
    std::from_chars(record.fields[0].data(), record.fields[0].data() + record.fields[0].size(), exchanger.preference);
    exchanger.name = record.fields[1];
    auto asked = resolver.addresses_of(exchanger.name);
    exchanger.addresses = std::move(asked.addresses);
    exchanger.resolved = exchanger.addresses.empty() ? asked.resolved : net::Observation{Outcome::present, {}};
    if (exchanger.resolved.absent()) exchanger.dangling = dangling_target(resolver, exchanger.name);
  }
  std::sort(mail.exchangers.begin(), mail.exchangers.end(), [](const Exchanger& one, const Exchanger& other) {
    return std::tie(one.preference, one.name) < std::tie(other.preference, other.name);
  });
}

/// RFC 7672, 3.1: TLSA records that DNSSEC proves.
void read_dane(MailDomain& mail, Resolver& resolver) {
  for (auto& exchanger : mail.exchangers) {
    const auto answer = resolver.ask_validated("_25._tcp." + exchanger.name, "TLSA");
    if (answer.found == Found::records && answer.secure) {
      exchanger.dane = {Outcome::present, {}};
      for (const auto& record : answer.records)
        if (record.type == "TLSA" && record.fields.size() == 4)
          exchanger.tlsa.push_back(fmt::format("{} {} {} {}", record.fields[0], record.fields[1], record.fields[2],
                                               lower(record.fields[3])));
    } else if (answer.bogus || answer.found == Found::records)
      exchanger.dane = {Outcome::absent, answer.bogus ? "bogus" : "not-proved"};
    else
      exchanger.dane = answer.found == Found::not_answered ? net::Observation{Outcome::unknown, "not-answered"}
                                                           : net::Observation{Outcome::absent, "no-record"};
  }
}

/// What identification already heard of each exchanger: its port 25.
void join_services(const Work& work, MailDomain& mail) {
  for (auto& exchanger : mail.exchangers)
    for (const auto& service : work.facts.services) {
      if (service.port != 25 || !service.is("smtp")) continue;
      if (std::find(exchanger.addresses.begin(), exchanger.addresses.end(), service.address) ==
          exchanger.addresses.end())
        continue;
      exchanger.service = service.id();
      const auto starttls = service.word("starttls"), vrfy = service.word("vrfy");
      if (!starttls.empty()) exchanger.starttls.outcome = starttls == "offered" ? Outcome::present : Outcome::absent;
      if (!vrfy.empty()) exchanger.verifies.outcome = vrfy == "offered" ? Outcome::present : Outcome::absent;
    }
}

/// Asks each exchanger whose port 25 was found, by the gate, whether it relays for strangers.
void try_relays(const Work& work, MailDomain& mail) {
  for (auto& exchanger : mail.exchangers) {
    const auto* const service = work.facts.service(exchanger.service);
    if (service == nullptr || !work.gate.turn(service->address)) continue;
    const auto pinned = work.gate.pin_address(service->address, service->port, exchanger.name);
    if (!pinned) continue;
    work.gate.record("relay", service->id());
    const auto dialogue = make_relay(mail.name);
    auto tried = attempt(*pinned, *dialogue, {.tls = false, .name = {}, .limit = relay_patience}, work.gate.deadline());
    const auto said = tried.identity ? tried.identity->said["relay"] : std::string("unknown");
    exchanger.relays = said == "accepted"  ? net::Observation{Outcome::present, tried.identity->said["form"]}
                       : said == "refused" ? net::Observation{Outcome::absent, "refused"}
                                           : net::Observation{Outcome::unknown, "put-off"};
  }
}

/// Those of every domain, and its own.
std::vector<std::string> selectors_of(const Target& target, const std::string& domain) {
  auto selectors = target.dkim;
  for (const auto& [of, own] : target.dkim_by_domain)
    if (lower(of) == domain) selectors.insert(selectors.end(), own.begin(), own.end());
  return selectors;
}

void read_policies(const Work& work, MailDomain& mail, const Lookup& lookup) {
  const auto spf = read_spf(mail.name, lookup);
  mail.spf = spf.found;
  mail.spf_record = spf.record;
  mail.spf_all = spf.all;
  mail.spf_lookups = spf.lookups;
  mail.spf_voids = spf.voids;
  mail.spf_faults = spf.faults;
  const auto dmarc = read_dmarc(mail.name, organisation_of(mail.name), lookup);
  mail.dmarc = dmarc.found;
  mail.dmarc_record = dmarc.record;
  mail.dmarc_policy = dmarc.policy;
  mail.dmarc_subdomain_policy = dmarc.subdomain_policy;
  mail.dmarc_missing_name_policy = dmarc.missing_name_policy;
  mail.dmarc_domain = dmarc.domain;
  mail.dmarc_rule = dmarc.rule;
  mail.dmarc_organisation = dmarc.organisation;
  mail.dmarc_older_organisation = dmarc.older_organisation;
  mail.dmarc_older_domain = dmarc.older_domain;
  mail.dmarc_older_policy = dmarc.older_policy;
  mail.dmarc_faults = dmarc.faults;
  for (const auto& selector : selectors_of(work.target, mail.name))
    mail.dkim.push_back(read_dkim(mail.name, selector, lookup));
  mail.mta_sts = read_mta_sts_record(mail.name, lookup);
  mail.tls_reporting = read_tls_reporting(mail.name, lookup);
}

}  // namespace

void read_mail(const Work& work) {
  work.progress.phase(core::tr("mail"));
  const auto lookup = work.resolver->lookup();
  for (const auto& domain : work.target.domains) {
    if (work.gate.ended()) return work.gap(Part::mail, core::tr("the audit was stopped before every domain was read"));
    const auto name = lower(domain);
    if (std::any_of(work.facts.mail.begin(), work.facts.mail.end(),
                    [&](const MailDomain& one) { return one.name == name; }))
      continue;
    auto& mail = work.facts.mail.emplace_back();
    mail.name = name;
    read_exchangers(mail, *work.resolver);
    read_dane(mail, *work.resolver);
    read_policies(work, mail, lookup);
    join_services(work, mail);
    try_relays(work, mail);
    work.course.read(Piece::mail, name);
  }
}

}  // namespace hygie::exposure
