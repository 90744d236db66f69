// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/certificates/certificate.hpp"

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CERT-WEAK-HASH", "[directory]") {
  constexpr auto id = "DIR-CERT-WEAK-HASH";
  test::check_decoded_only(id, [](auto& one) { one.signature = "sha1WithRSAEncryption"; });
  auto facts = test::healthy_directory();
  auto& one = facts.certificates.front();
  SECTION("weak hashes, by their OpenSSL names") {
    for (const auto* name : {"md2WithRSAEncryption", "md4WithRSAEncryption", "md5WithRSAEncryption", "ecdsa-with-SHA1",
                             "shaWithRSAEncryption", "dsaWithSHA1", "dsaWithSHA", "ripemd160WithRSA"}) {
      INFO(name);
      one.signature = name;
      CHECK(test::failure(id, facts).evidence.at("signature") == name);
    }
  }
  SECTION("strong ones") {
    for (const auto* name : {"sha224WithRSAEncryption", "sha384WithRSAEncryption", "ecdsa-with-SHA256", "ED25519",
                             "dsa_with_SHA256", "RSA-SHA3-256"}) {
      INFO(name);
      one.signature = name;
      CHECK(test::verdict(id, facts) == Verdict::pass);
    }
  }
  SECTION("names that do not tell the hash") {
    one.signature = "rsassaPss";
    CHECK(test::verdict(id, facts) == Verdict::unknown);
    one.signature = "1.2.643.7.1.1.3.2";
    CHECK(test::verdict(id, facts) == Verdict::unknown);
  }
  SECTION("a key that is too short does not hide the hash") {
    one.signature = "md5WithRSAEncryption";
    one.bits = 512;
    CHECK(test::failures(id, facts) == 1);
    CHECK(test::failures("DIR-CERT-WEAK-KEY", facts) == 1);
  }
}
