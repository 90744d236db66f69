// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using exposure::ExposureFacts;
using exposure::Tls;
using net::Observation;
using net::Outcome;

namespace {

const Observation present{Outcome::present, {}};
const Observation absent{Outcome::absent, {}};
const Observation timeout{Outcome::unknown, "timeout"};

exposure::TlsVersion& version(Tls& tls, std::string_view name) {
  return *std::find_if(tls.versions.begin(), tls.versions.end(), [&](const auto& one) { return one.version == name; });
}

/// An observation whose presence (or absence) is the failure, in the three ways.
void by_observation(const char* id, Observation Tls::*member, Outcome failing) {
  INFO(id);
  auto facts = test::sound_exposure();
  auto& seen = facts.tls[0].*member;
  seen = {failing, {}};
  CHECK(test::failure(id, facts).object == "192.0.2.10:443/tcp");
  seen = {failing == Outcome::present ? Outcome::absent : Outcome::present, {}};
  CHECK(test::verdict(id, facts) == Verdict::pass);
  seen = timeout;
  const auto found = test::run(id, facts);
  REQUIRE(found.size() == 1);
  CHECK(found[0].verdict == Verdict::unknown);
  CHECK(found[0].evidence.at("missing") == "timeout");
  seen = {Outcome::not_run, "only-tls13"};
  CHECK(test::verdict(id, facts) == Verdict::not_applicable);
}

void by_version(const char* id, const char* name) {
  INFO(id);
  auto facts = test::sound_exposure();
  CHECK(test::verdict(id, facts) == Verdict::pass);
  version(facts.tls[0], name).offered = present;
  CHECK(test::failure(id, facts).evidence.at("what") == name);
  version(facts.tls[0], name).offered = timeout;
  CHECK(test::verdict(id, facts) == Verdict::unknown);
}

void by_suite(const char* id, std::initializer_list<const char*> bad, std::initializer_list<const char*> good) {
  for (const auto* const suite : bad) {
    INFO(id << " " << suite);
    auto facts = test::sound_exposure();
    version(facts.tls[0], "TLS 1.2").suites.emplace_back(suite);
    CHECK(test::failure(id, facts).evidence.at("what") == suite);
  }
  auto facts = test::sound_exposure();
  for (const auto* const suite : good) version(facts.tls[0], "TLS 1.2").suites.emplace_back(suite);
  INFO(id);
  CHECK(test::verdict(id, facts) == Verdict::pass);
  version(facts.tls[0], "TLS 1.2").complete = timeout;  // a list cut short shows nothing absent
  CHECK(test::verdict(id, facts) == Verdict::unknown);
}

}  // namespace

TEST_CASE("old versions of TLS", "[exposure][tls]") {
  by_version("EXP-TLS-SSL2", "SSL 2.0");
  by_version("EXP-TLS-SSL3", "SSL 3.0");
  by_version("EXP-TLS-TLS10", "TLS 1.0");
  by_version("EXP-TLS-TLS11", "TLS 1.1");
}

TEST_CASE("new versions of TLS", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto& tls = facts.tls[0];
  version(tls, "TLS 1.3").offered = absent;
  CHECK(test::verdict("EXP-TLS-NO-TLS13", facts) == Verdict::fail);
  CHECK(test::verdict("EXP-TLS-NO-MODERN", facts) == Verdict::pass);
  version(tls, "TLS 1.2").offered = absent;
  CHECK(test::verdict("EXP-TLS-NO-MODERN", facts) == Verdict::fail);
  version(tls, "TLS 1.2").offered = timeout;
  CHECK(test::verdict("EXP-TLS-NO-MODERN", facts) == Verdict::unknown);
  version(tls, "TLS 1.3").offered = timeout;
  CHECK(test::verdict("EXP-TLS-NO-TLS13", facts) == Verdict::unknown);
}

TEST_CASE("kinds of suites", "[exposure][tls]") {
  by_suite("EXP-TLS-NULL", {"TLS_RSA_WITH_NULL_SHA", "TLS_SHA256_SHA256"}, {"TLS_RSA_WITH_RC4_128_SHA"});
  by_suite("EXP-TLS-ANONYMOUS", {"TLS_DH_anon_WITH_AES_128_CBC_SHA", "TLS_ECDH_anon_WITH_AES_128_CBC_SHA"},
           {"TLS_RSA_WITH_NULL_SHA"});
  by_suite("EXP-TLS-EXPORT", {"TLS_RSA_EXPORT_WITH_RC4_40_MD5", "TLS_RSA_EXPORT1024_WITH_DES_CBC_SHA"},
           {"TLS_RSA_WITH_DES_CBC_SHA"});
  by_suite("EXP-TLS-RC4", {"TLS_RSA_WITH_RC4_128_SHA"}, {"TLS_RSA_EXPORT_WITH_RC4_40_MD5"});
  by_suite("EXP-TLS-DES", {"TLS_RSA_WITH_DES_CBC_SHA"},
           {"TLS_RSA_WITH_3DES_EDE_CBC_SHA", "TLS_RSA_EXPORT_WITH_DES40_CBC_SHA"});
  by_suite("EXP-TLS-3DES", {"TLS_RSA_WITH_3DES_EDE_CBC_SHA", "TLS_RSA_WITH_IDEA_CBC_SHA"},
           {"TLS_RSA_WITH_DES_CBC_SHA"});
  by_suite("EXP-TLS-NO-FORWARD-SECRECY",
           {"TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256", "TLS_PSK_WITH_AES_128_CCM"},
           {"TLS_DHE_RSA_WITH_AES_128_CBC_SHA", "TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256",
            "TLS_DH_anon_WITH_AES_128_CBC_SHA"});
  by_suite("EXP-TLS-NO-AEAD", {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_RC4_128_SHA"},
           {"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_DHE_RSA_WITH_AES_256_CCM_8"});
}

TEST_CASE("an order of its own matters beside older suites", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto& older = version(facts.tls[0], "TLS 1.2");
  CHECK(test::verdict("EXP-TLS-CLIENT-ORDER", facts) == Verdict::not_applicable);
  older.suites.emplace_back("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA");
  older.server_order = absent;
  CHECK(test::verdict("EXP-TLS-CLIENT-ORDER", facts) == Verdict::fail);
  older.server_order = present;
  CHECK(test::verdict("EXP-TLS-CLIENT-ORDER", facts) == Verdict::pass);
  older.server_order = timeout;
  CHECK(test::verdict("EXP-TLS-CLIENT-ORDER", facts) == Verdict::unknown);
}

TEST_CASE("Diffie-Hellman groups at their limits", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto& tls = facts.tls[0];
  tls.dh_read = present;
  tls.dh_prime = "RFC 2409 group 2";
  const auto at = [&](unsigned bits, const char* id) {
    tls.dh_bits = bits;
    return test::verdict(id, facts);
  };
  CHECK(at(1023, "EXP-TLS-DH-BROKEN") == Verdict::fail);
  CHECK(at(1024, "EXP-TLS-DH-BROKEN") == Verdict::pass);
  CHECK(at(1023, "EXP-TLS-DH-SMALL") == Verdict::not_applicable);
  CHECK(at(1024, "EXP-TLS-DH-SMALL") == Verdict::fail);
  CHECK(at(2047, "EXP-TLS-DH-SMALL") == Verdict::fail);
  CHECK(at(2048, "EXP-TLS-DH-SMALL") == Verdict::pass);
  CHECK(at(1024, "EXP-TLS-DH-SHARED-PRIME") == Verdict::fail);
  CHECK(at(2048, "EXP-TLS-DH-SHARED-PRIME") == Verdict::pass);
  tls.dh_prime = "own";
  CHECK(at(1024, "EXP-TLS-DH-SHARED-PRIME") == Verdict::pass);
  tls.dh_read = timeout;
  for (const auto* const id : {"EXP-TLS-DH-BROKEN", "EXP-TLS-DH-SMALL", "EXP-TLS-DH-SHARED-PRIME"})
    CHECK(at(0, id) == Verdict::unknown);
}

TEST_CASE("curves and hybrids", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto& tls = facts.tls[0];
  tls.groups = {"x25519", "secp256r1", "brainpoolP256r1", "sect283k1"};
  CHECK(test::verdict("EXP-TLS-SMALL-CURVES", facts) == Verdict::pass);
  CHECK(test::failure("EXP-TLS-HYBRID", facts).evidence.at("what").starts_with("x25519"));
  tls.groups.emplace_back("sect239k1");
  CHECK(test::failure("EXP-TLS-SMALL-CURVES", facts).evidence.at("what") == "sect239k1");
  tls.groups = {"x25519"};
  tls.groups_complete = timeout;
  CHECK(test::verdict("EXP-TLS-SMALL-CURVES", facts) == Verdict::unknown);
  CHECK(test::verdict("EXP-TLS-HYBRID", facts) == Verdict::unknown);
  version(tls, "TLS 1.3").offered = absent;
  CHECK(test::verdict("EXP-TLS-HYBRID", facts) == Verdict::not_applicable);
}

TEST_CASE("signatures of the exchange", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto& tls = facts.tls[0];
  tls.signatures.emplace_back("rsa_pkcs1_sha1");
  CHECK(test::failure("EXP-TLS-OLD-SIGNATURES", facts).evidence.at("what") == "rsa_pkcs1_sha1");
  tls.signatures.pop_back();
  CHECK(test::verdict("EXP-TLS-OLD-SIGNATURES", facts) == Verdict::pass);
  tls.signatures_complete = timeout;
  CHECK(test::verdict("EXP-TLS-OLD-SIGNATURES", facts) == Verdict::unknown);
}

TEST_CASE("features and known flaws", "[exposure][tls]") {
  by_observation("EXP-TLS-FALLBACK-SCSV", &Tls::fallback_scsv, Outcome::absent);
  by_observation("EXP-TLS-OLD-RENEGOTIATION", &Tls::secure_renegotiation, Outcome::absent);
  by_observation("EXP-TLS-CLIENT-RENEGOTIATION", &Tls::client_renegotiation, Outcome::present);
  by_observation("EXP-TLS-COMPRESSION", &Tls::compression, Outcome::present);
  by_observation("EXP-TLS-EARLY-DATA", &Tls::early_data, Outcome::present);
  by_observation("EXP-TLS-MASTER-SECRET", &Tls::extended_master_secret, Outcome::absent);
  by_observation("EXP-TLS-HEARTBEAT", &Tls::heartbeat, Outcome::present);
  by_observation("EXP-TLS-NO-STARTTLS", &Tls::starttls_offered, Outcome::absent);
  by_observation("EXP-TLS-HEARTBLEED", &Tls::heartbleed, Outcome::present);
  by_observation("EXP-TLS-CCS-INJECTION", &Tls::ccs_injection, Outcome::present);
  by_observation("EXP-TLS-ROBOT", &Tls::robot, Outcome::present);
  by_observation("EXP-TLS-TICKETBLEED", &Tls::ticketbleed, Outcome::present);
}

TEST_CASE("EXP-TLS-DROWN", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-TLS-DROWN", facts) == Verdict::pass);
  auto old = test::sound_endpoint("192.0.2.11:25/tcp", facts.certificates[0]);
  version(old, "SSL 2.0").offered = present;
  old.chains.clear();
  old.chains_read = {Outcome::not_run, "no-suite"};
  old.ssl2_certificate = facts.certificates[0].sha256;
  facts.tls.push_back(old);
  SECTION("the modern service with the same key fails") {
    CHECK(test::failure("EXP-TLS-DROWN", facts).object == "192.0.2.10:443/tcp");
  }
  SECTION("another key does not") {
    facts.certificates.push_back(facts.certificates[0]);
    facts.certificates.back().sha256 = std::string(64, 'd');
    facts.certificates.back().key_sha256 = std::string(64, '6');
    facts.tls[1].ssl2_certificate = facts.certificates.back().sha256;
    CHECK(test::failures("EXP-TLS-DROWN", facts) == 0);
  }
  SECTION("a service that did not answer about SSL 2.0 may share it") {
    facts.tls[1].ssl2_certificate.clear();
    version(facts.tls[1], "SSL 2.0").offered = timeout;
    CHECK(test::verdict("EXP-TLS-DROWN", facts) == Verdict::unknown);
  }
}

TEST_CASE("without TLS, its checks do not apply", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  facts.tls.clear();
  facts.certificates.clear();
  for (const auto* const id :
       {"EXP-TLS-SSL2", "EXP-TLS-ROBOT", "EXP-TLS-GRADE", "EXP-CERT-EXPIRED", "EXP-CERT-NAME", "EXP-CERT-SHARED-KEY"})
    CHECK(test::verdict(id, facts) == Verdict::not_applicable);
}

TEST_CASE("where TLS never starts, only its absence is judged", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto& tls = facts.tls[0];
  tls.starttls = "postgres";
  tls.starttls_offered = absent;
  for (auto& one : tls.versions) {
    one.offered = {Outcome::unknown, "starttls"};
    one.suites.clear();
  }
  for (const auto* const id : {"EXP-TLS-RC4", "EXP-TLS-3DES", "EXP-TLS-TLS10", "EXP-TLS-NO-MODERN"}) {
    INFO(id);
    CHECK(test::verdict(id, facts) == Verdict::not_applicable);
  }
  CHECK(test::verdict("EXP-TLS-NO-STARTTLS", facts) == Verdict::fail);
}
