// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

namespace hygie::test {

using namespace exposure;
using net::Observation;
using net::Outcome;

namespace {

const Observation yes{Outcome::present, {}}, no{Outcome::absent, {}};

NameServer server(std::string_view name, std::vector<std::string> addresses) {
  NameServer out;
  out.name = name;
  out.addresses = std::move(addresses);
  out.resolved = out.answers = yes;
  out.transfer = out.recursion = no;
  out.serial = 7;
  for (const auto& address : out.addresses) out.asked.push_back({address, yes, 7, no, no, {}});
  return out;
}

void add_zone(ExposureFacts& facts) {
  Zone& zone = facts.zones.emplace_back();
  zone.name = "exemple.test";
  zone.exists = zone.signed_zone = zone.valid = zone.caa_found = yes;
  zone.wildcard = no;
  zone.servers = {server("ns1.exemple.test", {"192.0.2.53", "2001:db8::53"}),
                  server("ns2.exemple.test", {"198.51.100.53"})};
  zone.algorithms = {"13"};
  zone.signature_ends = facts.collected_at + std::chrono::days{30};
  zone.caa = {"issue letsencrypt.org"};
  for (const auto& certificate : facts.certificates)
    for (const auto& name : certificate.names) facts.caa_sets.push_back({name, "exemple.test", yes, zone.caa});
}

void add_mail(ExposureFacts& facts) {
  MailDomain& mail = facts.mail.emplace_back();
  mail.name = "exemple.test";
  mail.mx_found = mail.spf = mail.dmarc = mail.mta_sts = mail.mta_sts_policy = mail.tls_reporting = yes;
  mail.spf_record = "v=spf1 mx -all";
  mail.spf_all = "-all";
  mail.spf_lookups = 1;
  mail.dmarc_policy = mail.dmarc_subdomain_policy = mail.dmarc_missing_name_policy = mail.dmarc_older_policy = "reject";
  mail.dmarc_domain = mail.dmarc_older_domain = mail.dmarc_organisation = mail.dmarc_older_organisation = mail.name;
  mail.dmarc_rule = "own";
  mail.mta_sts_mode = "enforce";
  mail.dkim = {{"s2026", yes, "rsa", 2048, false, false}};
  Exchanger& exchanger = mail.exchangers.emplace_back();
  exchanger.name = "mail.exemple.test";
  exchanger.addresses = {"192.0.2.25"};
  exchanger.resolved = exchanger.starttls = yes;
  exchanger.dane = {Outcome::not_run, "not-asked"};  // its TLS is not among the facts
  exchanger.relays = exchanger.verifies = no;
  exchanger.service = "192.0.2.25:25/tcp";
}

}  // namespace

void add_sound_dns(ExposureFacts& facts) {
  facts.certificates.front().issuer = "CN=R3,O=Let's Encrypt,C=US";
  add_zone(facts);
  add_mail(facts);
}

}  // namespace hygie::test
