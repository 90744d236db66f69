// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/tls/convert.hpp"
#include "audits/exposure/collect/tls/collect_tls.hpp"

#include <openssl/bn.h>
#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure;
using net::Outcome;

namespace {

net::Buffer bytes_of(BIGNUM* number) {
  net::Buffer out(static_cast<std::size_t>(BN_num_bytes(number)));
  BN_bn2bin(number, out.data());
  BN_free(number);
  return out;
}

}  // namespace

TEST_CASE("published primes have a name", "[exposure][tls]") {
  CHECK(prime_name(bytes_of(BN_get_rfc2409_prime_1024(nullptr))) == "RFC 2409 group 2");
  CHECK(prime_name(bytes_of(BN_get_rfc3526_prime_2048(nullptr))) == "RFC 3526 group 14");
  CHECK(prime_name(net::Buffer{0x17}) == "own");
  CHECK(prime_name({}) == "own");
}

TEST_CASE("what the engine saw is told in names", "[exposure][tls]") {
  net::tls::TlsFacts seen;
  seen.ssl2 = {Outcome::present, {}};
  seen.ssl2_ciphers = {0x010080};
  net::tls::VersionFacts twelve;
  twelve.version = net::tls::tls12;
  twelve.offered = {Outcome::present, {}};
  twelve.suites = {0xc02f, 0xfefe};
  seen.versions.push_back(twelve);
  seen.groups12 = {{0x1d, 0x17}, {Outcome::unknown, "timeout"}};
  seen.groups13 = {{0x11ec, 0x1d}, {Outcome::present, {}}};
  seen.signatures.groups = {0x0804, 0x1234};
  const auto facts = facts_of(seen);
  REQUIRE(facts.versions.size() == 2);
  CHECK(facts.versions[0].suites == std::vector<std::string>{"SSL_CK_RC4_128_WITH_MD5"});
  CHECK(facts.versions[1].suites == std::vector<std::string>{"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "0xfefe"});
  CHECK(facts.groups == std::vector<std::string>{"x25519mlkem768", "x25519", "secp256r1"});
  CHECK(facts.groups_complete.reason == "timeout");
  CHECK(facts.signatures == std::vector<std::string>{"rsa_pss_rsae_sha256", "0x1234"});
}

TEST_CASE("nothing is known of an endpoint that was lost", "[exposure][tls]") {
  const auto facts = nothing_known("deadline");
  CHECK(facts.versions.size() == 6);
  for (const auto& version : facts.versions) CHECK(version.offered == net::Observation{Outcome::unknown, "deadline"});
  CHECK(facts.robot == net::Observation{Outcome::unknown, "deadline"});
  CHECK(facts.chains_read.outcome == Outcome::unknown);
}

TEST_CASE("protocols in which TLS starts", "[exposure][tls]") {
  CHECK(starttls_of("postgresql") == "postgresql");
  CHECK(starttls_of("rdp") == "rdp");
  CHECK(starttls_of("http").empty());
  CHECK(starttls_of("").empty());
}
