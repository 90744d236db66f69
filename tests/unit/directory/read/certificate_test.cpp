// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/certificate.hpp"

#include "core/roca.hpp"
#include "tests/support/hostile.hpp"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <catch2/catch.hpp>

using namespace hygie::directory;

namespace {

/// A self-signed certificate made here, valid for a year from 2026-01-01.
std::string make_certificate(EVP_PKEY* key, const EVP_MD* digest) {
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_TIME_set(X509_getm_notBefore(certificate), 1767225600);
  ASN1_TIME_set(X509_getm_notAfter(certificate), 1798761600);
  X509_set_pubkey(certificate, key);
  X509_NAME* name = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("AC Exemple"), -1, -1,
                             0);
  X509_set_issuer_name(certificate, name);
  REQUIRE(X509_sign(certificate, key, digest) > 0);
  unsigned char* der = nullptr;
  const int size = i2d_X509(certificate, &der);
  std::string out(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  X509_free(certificate);
  EVP_PKEY_free(key);
  return out;
}

struct Read {
  TextArena text;
  CertificateFacts facts;
  explicit Read(const std::string& der) : facts(read_certificate(as_bytes(der), text)) {}
};

}  // namespace

TEST_CASE("an RSA certificate") {
  const auto der = make_certificate(EVP_RSA_gen(1024U), EVP_sha1());
  const Read read(der);
  const auto& facts = read.facts;
  CHECK(facts.key == CertificateFacts::Key::rsa);
  CHECK(facts.bits == 1024);
  CHECK(facts.exponent == 65537);
  CHECK(facts.signature == "sha1WithRSAEncryption");
  CHECK(facts.subject == "CN=AC Exemple");
  CHECK(facts.self_signed);
  CHECK_FALSE(facts.roca);
  CHECK(facts.thumbprint.size() == 64);
  CHECK(*facts.not_before == std::chrono::sys_days{std::chrono::year{2026} / 1 / 1});
  CHECK(*facts.not_after == std::chrono::sys_days{std::chrono::year{2027} / 1 / 1});
}

TEST_CASE("an elliptic curve certificate") {
  const Read read(make_certificate(EVP_EC_gen("P-256"), EVP_sha256()));
  CHECK(read.facts.key == CertificateFacts::Key::ec);
  CHECK(read.facts.bits == 256);
  CHECK(read.facts.exponent == 0);
  CHECK(read.facts.signature == "ecdsa-with-SHA256");
}

TEST_CASE("the ROCA fingerprint: powers of 65537 have it, other numbers have not") {
  std::vector<std::uint8_t> power(256);
  BIGNUM* number = BN_new();
  BN_CTX* context = BN_CTX_new();
  BIGNUM* base = BN_new();
  BN_set_word(base, 65537);
  BN_one(number);
  for (int i = 0; i < 100; ++i) {
    BN_mul(number, number, base, context);
    const auto size = BN_bn2bin(number, power.data());
    CHECK(hygie::core::has_roca_fingerprint(Bytes(power).first(static_cast<std::size_t>(size))));
  }
  BN_add_word(number, 2);
  const auto size = BN_bn2bin(number, power.data());
  CHECK_FALSE(hygie::core::has_roca_fingerprint(Bytes(power).first(static_cast<std::size_t>(size))));
  CHECK_FALSE(hygie::core::has_roca_fingerprint({}));
  BN_free(number);
  BN_free(base);
  BN_CTX_free(context);
}

TEST_CASE("what is no certificate keeps its thumbprint alone") {
  for (const std::string bytes : {"", "x", "0\x82\x01\x01"}) {
    const Read read(bytes);
    CHECK(read.facts.key == CertificateFacts::Key::undecodable);
    CHECK(read.facts.thumbprint.size() == 64);
    CHECK(read.facts.subject.empty());
  }
}

TEST_CASE("cut and altered certificates never crash, and are undecodable when cut") {
  const auto der = make_certificate(EVP_EC_gen("P-256"), EVP_sha256());
  hygie::test::every_truncation(
      der, [](const std::string& cut) { CHECK(Read(cut).facts.key == CertificateFacts::Key::undecodable); });
  hygie::test::random_mutations(der, [](const std::string& altered) { Read read(altered); });
}
