// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

namespace hygie::test {

using namespace exposure;
using net::Observation;
using net::Outcome;

namespace {

const Observation present{Outcome::present, {}};
const Observation absent{Outcome::absent, {}};

Certificate sound_certificate(core::Instant now) {
  Certificate out;
  out.sha256 = std::string(64, 'c');
  out.subject = "CN=www.exemple.test";
  out.issuer = "CN=Autorité de test";
  out.serial = "0F";
  out.names = {"www.exemple.test"};
  out.not_before = now - std::chrono::days{10};
  out.not_after = now + std::chrono::days{80};
  out.key = "ec";
  out.key_bits = 256;
  out.key_sha256 = std::string(64, '5');
  out.signature = "ecdsa-with-SHA256";
  out.transparency = 2;
  return out;
}

}  // namespace

Tls sound_endpoint(std::string_view service, const Certificate& certificate) {
  Tls tls;
  tls.service = service;
  tls.server_name = "www.exemple.test";
  for (const auto* const version : {"SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1"})
    tls.versions.push_back({version, absent, {}, {}, {}});
  tls.versions.push_back(
      {"TLS 1.2", present, {"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"}, present, {Outcome::not_run, "one-suite"}});
  tls.versions.push_back({"TLS 1.3", present, {"TLS_AES_256_GCM_SHA384"}, present, {Outcome::not_run, "one-suite"}});
  tls.groups = {"x25519mlkem768", "x25519", "secp256r1"};
  tls.groups_complete = present;
  tls.dh_read = {Outcome::not_run, "no-suite"};
  tls.signatures = {"ecdsa_secp256r1_sha256"};
  tls.signatures_complete = present;
  tls.compression = tls.client_renegotiation = tls.heartbeat = tls.stapling = tls.early_data = absent;
  tls.client_certificate_wanted = absent;
  tls.secure_renegotiation = tls.fallback_scsv = tls.extended_master_secret = tls.session_tickets = present;
  tls.heartbleed = tls.ccs_injection = tls.robot = tls.ticketbleed = absent;
  tls.chains_read = present;
  tls.strict_name = absent;
  tls.chains.push_back(
      {"ecdsa", "www.exemple.test", {certificate.sha256}, present, {}, {Outcome::not_run, "alone"}, present});
  return tls;
}

void add_sound_tls(ExposureFacts& facts) {
  facts.certificates.push_back(sound_certificate(facts.collected_at));
  facts.tls.push_back(sound_endpoint("192.0.2.10:443/tcp", facts.certificates.back()));
}

}  // namespace hygie::test
