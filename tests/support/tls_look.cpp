// SPDX-License-Identifier: EUPL-1.2
// hygie_test_tls HOST PORT [NAME [STARTTLS [PAUSE_MS]]]: what net/tls sees of a service of the laboratory, in JSON.
// HOST is numeric and in 127.0.0.0/8 or ::1; NAME "-" sends no name.
#include "net/tls/examine.hpp"
#include "tests/support/scopes.hpp"

#include <fmt/format.h>
#include <charconv>
#include <iostream>
#include <nlohmann/json.hpp>

using namespace hygie;
using namespace hygie::net;
using nlohmann::json;

namespace {

std::string word(tls::Outcome outcome) {
  switch (outcome) {
    case tls::Outcome::not_run: return "not_run";
    case tls::Outcome::present: return "present";
    case tls::Outcome::absent: return "absent";
    case tls::Outcome::unknown: return "unknown";
  }
  return "?";
}

json shown(const tls::Observation& seen) {
  return seen.reason.empty() ? json(word(seen.outcome)) : json(word(seen.outcome) + ": " + seen.reason);
}

json versions(const tls::TlsFacts& facts) {
  json out = json::object();
  for (const auto& version : facts.versions) {
    json suites = json::array();
    for (const auto suite : version.suites)
      suites.push_back({{"id", fmt::format("0x{:04X}", suite)}, {"name", tls::suite_name(suite)}});
    out[tls::version_name(version.version)] = {{"offered", shown(version.offered)},
                                               {"suites", suites},
                                               {"complete", shown(version.suites_complete)},
                                               {"server_order", shown(version.server_order)}};
  }
  return out;
}

json groups(const tls::GroupList& list) {
  json names = json::array();
  for (const auto group : list.groups) names.push_back(tls::group_name(group));
  return {{"names", names}, {"complete", shown(list.complete)}};
}

json everything(const tls::TlsFacts& facts) {
  json chains = json::array();
  for (const auto& chain : facts.chains) {
    json sizes = json::array();
    for (const auto& certificate : chain.certificates) sizes.push_back(certificate.size());
    chains.push_back({{"kind", chain.kind == tls::Authentication::ecdsa ? "ecdsa" : "other"}, {"sizes", sizes}});
  }
  json ssl2 = json::array();
  for (const auto cipher : facts.ssl2_ciphers) ssl2.push_back(tls::ssl2_cipher_name(cipher));
  return {{"starttls", shown(facts.starttls)},
          {"SSL 2.0", {{"offered", shown(facts.ssl2)}, {"ciphers", ssl2}}},
          {"versions", versions(facts)},
          {"groups12", groups(facts.groups12)},
          {"groups13", groups(facts.groups13)},
          {"dh", shown(facts.dh_prime_read)},
          {"dh_bits", facts.dh_bits},
          {"export_rsa_bits", facts.export_rsa_bits},
          {"compression", shown(facts.compression)},
          {"secure_renegotiation", shown(facts.secure_renegotiation)},
          {"fallback_scsv", shown(facts.fallback_scsv)},
          {"extended_master_secret", shown(facts.extended_master_secret)},
          {"heartbeat", shown(facts.heartbeat)},
          {"ocsp_stapling", shown(facts.ocsp_stapling)},
          {"alpn", {{"seen", shown(facts.alpn)}, {"protocols", facts.alpn_protocols}}},
          {"client_certificate_wanted", shown(facts.client_certificate_wanted)},
          {"chains_read", shown(facts.chains_read)},
          {"chains", chains},
          {"signatures", {{"numbers", facts.signatures.groups}, {"complete", shown(facts.signatures.complete)}}},
          {"strict_name", shown(facts.strict_name)},
          {"client_renegotiation", shown(facts.client_renegotiation)},
          {"early_data", shown(facts.early_data)},
          {"session_tickets", shown(facts.session_tickets)},
          {"heartbleed", shown(facts.heartbleed)},
          {"ccs_injection", shown(facts.ccs_injection)},
          {"robot", shown(facts.robot)},
          {"ticketbleed", shown(facts.ticketbleed)},
          {"name_refused", facts.name_refused},
          {"connections", facts.connections},
          {"connections_lost", facts.connections_lost}};
}

tls::Starttls protocol(std::string_view name) {
  constexpr std::pair<std::string_view, tls::Starttls> known[] = {
      {"smtp", tls::Starttls::smtp},   {"imap", tls::Starttls::imap},
      {"pop3", tls::Starttls::pop3},   {"ftp", tls::Starttls::ftp},
      {"ldap", tls::Starttls::ldap},   {"postgres", tls::Starttls::postgres},
      {"xmpp", tls::Starttls::xmpp},   {"xmpp-server", tls::Starttls::xmpp_server},
      {"mysql", tls::Starttls::mysql}, {"rdp", tls::Starttls::rdp}};
  for (const auto& [text, value] : known)
    if (text == name) return value;
  return tls::Starttls::none;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2) return 2;
  const auto number = [](const std::string& text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  };
  const auto scope = test::exposure_scope({"127.0.0.0/8", "::1/128"});
  const auto pinned = scope.resolve(arguments[0], static_cast<std::uint16_t>(number(arguments[1])));
  if (!pinned) {
    std::cerr << pinned.error().what << '\n';
    return 3;
  }
  tls::Options options;
  if (arguments.size() > 2 && arguments[2] != "-") options.server_name = arguments[2];
  if (arguments.size() > 3) options.starttls = protocol(arguments[3]);
  if (arguments.size() > 4) options.pause = std::chrono::milliseconds(number(arguments[4]));
  const auto facts =
      tls::examine(pinned->front(), options, {std::chrono::steady_clock::now() + std::chrono::seconds(60), nullptr});
  if (!facts) {
    std::cerr << facts.error().what << '\n';
    return 3;
  }
  std::cout << everything(*facts).dump(1) << '\n';
  return 0;
}
